import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { asText, readable } from '@/packages/me/own-copy'

beforeAll(() => void vi.useFakeTimers({ now: new Date('2026-11-22T07:20:00Z') }))
afterAll(() => void vi.useRealTimers())

const COPY = {
  made_at: '2026-11-22T15:20:00+08:00',
  parts: {
    persons: [{ display_name: '陈阿姨', real_name: null, phone: '13800001234', elder_look: true, made_at: '2026-11-20T09:05:00+08:00' }],
    residencies: [{ relation: 'tenant', since: '2026-11-20', until: null, estate: '幸福小区', home: '3栋 402' }],
    sign_ins: [{ way: 'sms', began_at: '2026-11-22T07:00:00+08:00', ended_at: null }],
    volunteer: [{ skills: ['理发', '修水电'], about: '', state: 'applied' }],
    tickets: [{ number: '10260017', kind: '心愿', category: '家里小修', area: '幸福小区', state: '待受理', text: '想请人换灯管', outcome: null, place: '3栋', hoped: '下午', contact_name: '陈阿姨', contact_phone: '13800001234', received_at: '2026-11-22T07:00:00+08:00' }],
    ratings: [{ solved: '办好了', satisfied: '满意', words: '很快', rated_at: '2026-11-22T07:00:00+08:00' }],
    consents: [],
  },
}

it('No column name and no code of the database is left for people to read', () => {
  expect(asText(readable(COPY))).not.toMatch(/[A-Za-z]/)
})

it('What is kept stands there in words, what is empty is left out', () => {
  const [self, home] = readable(COPY)
  expect(self.rows[0]).toEqual([['称呼', '陈阿姨'], ['手机号', '13800001234'], ['长辈版', '是'], ['开始于', '11月20日 9:05']])
  expect(home.rows[0]).toContainEqual(['身份', '租户'])
  expect(home.rows[0]).toContainEqual(['从', '11月20日'])
})

it('A part in which nothing is kept is still named', () => {
  expect(readable(COPY).find(part => part.title === '同意过什么')).toEqual({ title: '同意过什么', rows: [] })
})

it('The text to be pasted has one line for each thing', () => {
  expect(asText(readable(COPY)).split('\n')).toContain('会什么：理发、修水电；现在：待确认')
})
