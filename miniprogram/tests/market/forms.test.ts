import { expect, it } from 'vitest'
import type { SessionCard } from '@/api/occasions'
import type { Team } from '@/api/teams'
import { formOf, lengthIn, missing } from '@/packages/market/repairing'
import { blankChild, childBody, childLacks, joined, NEW, ownBody } from '@/packages/market/signing-up'
import { openOnes } from '@/packages/market/useRunning'
import { byDay, monthOf, months } from '@/pages/market/days'

const card = (known: Partial<SessionCard>) => ({ id: 1, on: '2026-11-26', day_words: '周四 · 农历十月十八', checks_open: true, ...known }) as SessionCard
const draft = { how: 'minutes' as const, hours: '1', minutes: '30', left: '', reason: '手机没电了' }

it('Days stand once each, with all that is on them', () => {
  const days = byDay([card({ id: 1 }), card({ id: 2 }), card({ id: 3, on: '2026-11-27' })])
  expect(days.map(day => day.cards.map(one => one.id))).toEqual([[1, 2], [3]])
})

it('This month begins today, the others with their first day, across the year', () => {
  const all = months(new Date('2026-11-23T12:00:00Z'))
  expect(all.map(month => month.since)).toEqual(['2026-09-01', '2026-10-01', '2026-11-23', '2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01'])
  expect(monthOf('2027-01-15', all)).toBe('2027-01-01')
})

it('The evening in UTC is the next day in Shanghai', () => {
  expect(months(new Date('2026-11-30T17:00:00Z'))[2]).toEqual({ since: '2026-12-01', label: '12月' })
})

it('Only what is open now is offered for checking in, each once', () => {
  expect(openOnes([card({ id: 1 }), card({ id: 2, checks_open: false }), card({ id: 1 })]).map(one => one.id)).toEqual([1])
})

it('How long one served is said in hours and minutes, when one left by the clock of that day', () => {
  expect(lengthIn(draft)).toBe(90)
  expect(formOf(draft, 'an-id', '2026-11-26T07:00:00Z')).toEqual({ client_id: 'an-id', minutes: 90, reason: '手机没电了' })
  expect(formOf({ ...draft, how: 'left', left: '16:40' }, 'an-id', '2026-11-26T07:00:00Z')).toMatchObject({ left_at: '2026-11-26T08:40:00.000Z' })
})

it('A request needs a length and a reason', () => {
  expect(Object.keys(missing({ ...draft, hours: '', minutes: '', reason: ' ' }))).toEqual(['minutes', 'reason'])
  expect(missing(draft)).toEqual({})
})

it('A child goes with a guardian who agreed; one known before needs no name', () => {
  expect(Object.keys(childLacks(blankChild()))).toEqual(['child_name', 'guardian_name', 'guardian_phone', 'consent'])
  const whole = { ...blankChild(), who: '7', guardian_name: '陈阿姨', guardian_phone: '13800001234', consent: ['yes'] }
  expect(childLacks(whole)).toEqual({})
  expect(childBody(whole)).toMatchObject({ child: true, person_id: 7 })
  expect(childBody({ ...whole, who: NEW, child_name: '小宝' })).not.toHaveProperty('person_id')
})

it('Somebody comes alone unless they say with which team, and only with one they belong to', () => {
  expect([ownBody('alone'), ownBody('3')]).toEqual([{ child: false }, { child: false, team_id: 3 }])
  const teams = [{ id: 1, my_label: '队员' }, { id: 2, my_label: '等队长同意' }, { id: 3, my_label: '队长', closed: true }, { id: 4, my_label: null }] as Team[]
  expect(joined(teams).map(team => team.id)).toEqual([1])
})
