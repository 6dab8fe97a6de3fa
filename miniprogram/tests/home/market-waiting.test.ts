import { expect, it } from 'vitest'
import type { QueueNumber, Signup } from '@/api/occasions'
import { firstOf } from '@/pages/home/market-waiting'

const NOW = new Date('2026-11-26T06:00:00Z')
const number = (known: Partial<QueueNumber>) => ({ id: 5, line_label: '义剪', n: 7, state: 'waiting', state_label: '排队中', session_state: 'published', ahead: 3, starts_at: '2026-11-26T07:00:00Z', ...known }) as QueueNumber
const place = (known: Partial<Signup>) => ({ session_id: 12, session_title: '近邻圩日', post_label: '引导', state: 'signed', starts_at: '2026-11-26T07:00:00Z', ends_at: '2026-11-26T09:00:00Z', confirm_by: null, ...known }) as Signup
const path = (numbers: QueueNumber[], places: Signup[]) => firstOf(numbers, places, NOW)?.path

it('A number that is called goes before everything', () => {
  expect(path([number({}), number({ id: 6, state: 'called', ahead: null })], [place({ state: 'invited' })])).toBe('/packages/market/number?id=6')
})

it('A seat to be confirmed goes before a duty of today, and that before a number of today', () => {
  expect(firstOf([number({})], [place({}), place({ session_id: 13, state: 'invited', confirm_by: '2026-11-26T10:00:00Z' })], NOW)).toMatchObject({ action: '去确认', path: '/packages/market/session?id=13' })
  expect(path([number({})], [place({})])).toBe('/packages/market/session?id=12')
  expect(firstOf([number({})], [], NOW)?.title).toBe('义剪 7 号：排队中，前面 3 位')
})

it('What is another day, or over, or only a place in the waiting list does not wait', () => {
  const tomorrow = { starts_at: '2026-11-27T07:00:00Z', ends_at: '2026-11-27T09:00:00Z' }
  expect(path([number(tomorrow)], [place(tomorrow), place({ ends_at: '2026-11-26T05:00:00Z' }), place({ state: 'waiting' })])).toBeUndefined()
})

it('Where the day ended before their turn, nobody is sent there any more', () => {
  const ended = { session_state: 'ended' } as const
  expect(path([number(ended), number({ ...ended, state: 'called', ahead: null })], [])).toBeUndefined()
})

it('Of several numbers of today the one whose turn comes first waits; a table that calls is named', () => {
  expect(path([number({ id: 8, ahead: 4 }), number({ id: 9, ahead: 1 })], [])).toBe('/packages/market/number?id=9')
  expect(firstOf([number({ state: 'called', state_label: '轮到您了', ahead: null, called_to: 2 })], [], NOW)?.title).toBe('义剪 7 号：轮到您了，请到 2 号桌')
})
