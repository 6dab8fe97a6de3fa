import { expect, it } from 'vitest'
import type { Heard, OwnTime } from '@/api/reception'
import type { MineRow } from '@/api/tickets'
import { beginOf, countsOf, freeWords, lunarOf, openFirst, ownWords, PERIODS } from '@/packages/reception/words'

const HEARD: Heard = { received: 3, merged: 0, answered_on_spot: 1, reported_done: 2, solved: 1, agenda_answered: 0, agenda_rolled: 3 }
const heard = (known: Partial<Heard>, reported = false) => countsOf({ ...HEARD, ...known }, reported).map(({ label, words }) => `${label} ${words}`)
const own = (known: Partial<OwnTime>) => ownWords({ id: 1, n: 3, at: '2026-11-27T06:50:00Z', name: null, topic: null, state_label: '排队中', ...known })

it('The word of the residents stands with its base', () => {
  expect(heard({})).toEqual(['受理 3 件', '当场答复 1 件', '办的人说办好了 2 件', '居民说办好了 1/3', '转到下一场 3 件'])
})

it('What a report did not say is left out, and whose word it is is said', () => {
  expect(heard({ answered_on_spot: null, reported_done: null, agenda_rolled: 0 }, true)).toEqual(['受理 3 件', '上报说解决了 1/3'])
})

it('Where nobody asked anything there is no share of nothing', () => {
  expect(heard({ received: 0, answered_on_spot: 0, reported_done: 0, solved: 0, agenda_rolled: 0 })).toEqual([])
})

it('Full is not the last word: some numbers are given at the door', () => {
  expect(freeWords({ left: 12, next_at: '2026-11-27T06:50:00Z' })).toBe('还能约 12 个时间，最早 14:50')
  expect(freeWords({ left: 0, next_at: null })).toContain('现场取号')
  expect(freeWords({ left: null, next_at: null })).toBe('')
})

it('A time says for whom it is; one that is over says what came of it', () => {
  expect(own({})).toBe('您约了 14:50 左右（3 号）')
  expect(own({ name: '王阿婆' })).toBe('替王阿婆约了 14:50 左右（3 号）')
  expect(own({ at: null, state_label: '当场答复' })).toBe('您的 3 号：当场答复')
})

it('The leaf shows the lunar day alone', () => {
  expect(lunarOf('周五 · 农历十月十九 小雪')).toBe('十月十九')
})

it('A period of the board begins with its month, quarter or year; the last twelve months are the server’s', () => {
  const begins = (today: string) => PERIODS.map(({ value }) => beginOf(value, today))
  expect(begins('2026-11-24')).toEqual([undefined, '2026-01-01', '2026-10-01', '2026-11-01'])
  expect(begins('2027-01-01')).toEqual([undefined, '2027-01-01', '2027-01-01', '2027-01-01'])
})

it('Of what I asked, what goes on leads, then what nobody has rated', () => {
  const row = (state: string, waits_for_you = false) => ({ state, waits_for_you }) as Pick<MineRow, 'state' | 'waits_for_you'>
  const rows = [row('closed'), row('unrated', true), row('working'), row('done', true), row('waiting', true)]
  expect(openFirst(rows).map(({ state }) => state)).toEqual(['done', 'waiting', 'working', 'unrated', 'closed'])
})
