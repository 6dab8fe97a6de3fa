import { expect, it } from 'vitest'
import { offeredTo, withdrawn } from '@/packages/me/consents'
import { linkedPage } from '@/packages/me/links'
import { deedRows, ownRows } from '@/pages/me/rows'
import { grouped } from '@/pages/sign-in/grouped'
import { hasAgreed, POLICY_VERSION } from '@/policy'
import { me } from './person'

const labels = (rows: { label: string }[]) => rows.map(row => row.label)
const consent = (known: object) => ({ id: 1, purpose: 'service', label: '', version: POLICY_VERSION, given_at: '2026-11-22T07:00:00Z', withdrawn_at: null, ...known })

it('Only a volunteer has tasks; everybody else is invited to become one', () => {
  expect(labels(deedRows(me()))).toEqual(['消息', '我的码', '我的心愿', '我的圩日', '业主接待日', '我的积分', '我的兑换', '当志愿者'])
  expect(labels(deedRows(me({ is_volunteer: true })))).toEqual(['消息', '我的码', '我的心愿', '我的圩日', '业主接待日', '我的积分', '我的兑换', '我认领的', '服务记录', '志愿服务队', '志愿者'])
})

it('What was not read is counted, and nothing is counted when all is read', () => {
  expect(deedRows(me({ unread: 3 }))[0].count).toBe('3 条没看')
  expect(deedRows(me())[0].count).toBe('')
})

it('Whoever lives nowhere yet reads that on the row of their home', () => {
  expect(ownRows(me(), '标准').find(row => row.label === '我的住处')?.note).toBe('还没有选')
})

it('A message about points or an order opens one\'s own page, at the desk too', () => {
  expect(linkedPage({ kind: 'purse', id: 2 }, 'resident')).toBe('/packages/shop/purse?scheme=2')
  expect(linkedPage({ kind: 'order', id: 7 }, 'staff')).toBe('/packages/shop/order?id=7')
})

it('A message about a ticket opens the page of whoever reads it', () => {
  expect(linkedPage({ kind: 'ticket', id: 9 }, 'resident')).toBe('/packages/wish/ticket?id=9')
  expect(linkedPage({ kind: 'ticket', id: 9 }, 'staff')).toContain('/packages/staff/')
})

it('A message about a session opens it, for staff at their desk', () => {
  expect(linkedPage({ kind: 'session', id: 12 }, 'resident')).toBe('/packages/market/session?id=12')
  expect(linkedPage({ kind: 'session', id: 12 }, 'staff')).toContain('/packages/staff/')
})

it('A message about a team leads to whoever asks, or to the team at its desk', () => {
  expect(linkedPage({ kind: 'team', id: 3 }, 'resident')).toBe('/packages/market/teams')
  expect(linkedPage({ kind: 'team', id: 3 }, 'staff')).toBe('/packages/staff/teams/team?id=3')
})

it('A message of a kind this client does not know is only read', () => {
  expect(linkedPage({ kind: 'voucher', id: 9 }, 'resident')).toBeNull()
  expect(linkedPage(null, 'resident')).toBeNull()
})

it('An agreement counts for the text that was agreed to, until it is taken back', () => {
  expect(hasAgreed(me({ consents: [consent({})] }))).toBe(true)
  expect(hasAgreed(me({ consents: [consent({ version: '2020-01' })] }))).toBe(false)
  expect(hasAgreed(me({ consents: [consent({ withdrawn_at: '2026-11-22T08:00:00Z' })] }))).toBe(false)
})

it('What holds already is not offered again, and taking back always says what follows', () => {
  expect(offeredTo([consent({ purpose: 'messages' })]).map(one => one.purpose)).toEqual(['photo', 'service'])
  expect(withdrawn('health')).not.toBe('')
})

it('Demo people stand together under the face they show first, residents before staff', () => {
  const person = (id: number, face_label: string) => ({ id, display_name: '', about: '', face_label })
  expect(grouped([person(2, '社区'), person(1, '居民'), person(3, '居民')]).map(group => group.people.map(one => one.id))).toEqual([[1, 3], [2]])
})
