/** What the desk of a session says of its gate, of whom a change reaches, of its stalls, and of its months. */
import { describe, expect, it } from 'vitest'
import type { Stall } from '@/api/markets'
import type { DeskSession, SessionCard } from '@/api/stage'
import { asked } from '@/packages/staff/sessions/asked'
import { dayBefore, monthBy, monthSpan, monthWords } from '@/packages/staff/sessions/clock'
import { isTold, ticksOf, toldWords } from '@/packages/staff/sessions/gate'
import { crewWords, lackWords, lunarOf, stateOf, totalWords } from '@/packages/staff/sessions/row'
import { draftOf, formOf, queueingWords } from '@/packages/staff/sessions/stall'
import { hourOf } from '@/words'

const post = (more = {}) => ({ id: 1, label: '引导', skill: '', capacity: 2, taken: 2, waiting: 1, minimum: 1, steward: false, actions: [], ...more })
const session = (more = {}) => ({
  kind: 'market', state: 'published', on: '2026-11-26', starts_at: '2026-11-26T06:00:00Z', ends_at: '2026-11-26T09:00:00Z', lead_name: '庄队长', place: '广场', incentive: '', posts: [post()], queues: [], missing: [], ...more,
}) as unknown as DeskSession
const stall = (more = {}) => ({ kind: 'repair', label: '维修', crew: '林师傅', unit_id: null, post_id: null, vehicle_id: null, capacity: null, slot_minutes: null, serves: ['home_repair'], ...more }) as Stall

describe('三定三有', () => {
  it('has six ticks, and what the server misses is pointed at in its place', () => {
    const ticks = ticksOf(session({ missing: ['有激励（怎么答谢志愿者）'], coming: ['维修一号车（维修）'] }), [stall()])

    expect(ticks.map(one => one.name)).toEqual(['定时', '定人', '定责', '有阵地', '有载体', '有激励'])
    expect(ticks.filter(one => one.missing).map(one => [one.fix, one.words])).toEqual([['thanks', '还没写怎么答谢志愿者']])
    expect(ticks[4].words).toBe('维修、维修一号车（维修）')
  })
})

describe('who is told', () => {
  it('is everybody who signed up or waits, and everybody with a number', () => {
    expect(toldWords(session({ queues: [{ waiting: 3, serving: [4] }] }))).toBe('报名和候补的 3 人、取了号的 4 人会马上收到消息。')
  })

  it('is nobody before it is public, or while nobody has to do with it', () => {
    expect([isTold(session()), isTold(session({ state: 'planned' })), isTold(session({ posts: [] }))]).toEqual([true, false, false])
  })
})

describe('a stall', () => {
  it('that gives no numbers out sends neither a limit nor times', () => {
    expect(formOf({ ...draftOf(stall({ capacity: 20 })), queueing: 'free' }, null, false)).toMatchObject({ capacity: null, slot_minutes: null })
  })

  it('keeps its kind once it is there, and the unit it came with', () => {
    const form = formOf(draftOf(stall()), 7, false)

    expect(form).toMatchObject({ unit_id: 7, serves: ['home_repair'] })
    expect(form).not.toHaveProperty('kind')
  })

  it('says how it gives numbers', () => {
    expect([stall(), stall({ capacity: 20 }), stall({ slot_minutes: 15 }), stall({ slot_minutes: 15, capacity: 8 })].map(queueingWords))
      .toEqual(['先到先得，不限号', '限 20 号', '每 15 分钟一号', '每 15 分钟一号，限 8 号'])
  })
})

describe('a row of the list', () => {
  const row = (more: Partial<SessionCard>) => ({ missing: [], places: 0, places_taken: 0, ...more }) as SessionCard

  it('says what is missing by the words of the slogan alone', () => expect(lackWords(row({ missing: ['定责（岗位）', '有载体（摊位或服务车）'] }))).toBe('还缺 定责、有载体'))
  it('says how many signed up of how many', () => expect([crewWords(row({})), crewWords(row({ places: 5, places_taken: 3 }))]).toEqual(['没有岗位', '3/5 人']))
  it('says of what is over and was never published that it was not', () => {
    const planned = (on: string) => ({ state: 'planned', state_label: '待发布', on }) as SessionCard
    expect([stateOf(planned('2026-11-20'), '2026-11-26'), stateOf(planned('2026-11-26'), '2026-11-26')]).toEqual(['没有发布', '待发布'])
  })
  it('counts all who signed up and all who wait, however many names are on the screen', () => expect(totalWords(session({ places_taken: 2 }))).toBe('2 人报名，候补 1 人'))
  it('puts only the lunar day on the leaf', () => expect(lunarOf('周六 · 农历九月廿九 立冬')).toBe('九月廿九'))
})

describe('months and hours', () => {
  it('are those of Dehua, whatever the phone is set to', () => expect(hourOf('2026-11-26T23:30:00Z')).toBe('07:30'))
  it('end on their last day', () => expect([monthSpan('2028-02').until, monthSpan('2026-12').until]).toEqual(['2028-02-29', '2026-12-31']))
  it('go on over the year', () => expect([monthBy('2026-12', 1), monthBy('2026-01', -1), monthWords('2027-01', '2026-11-23')]).toEqual(['2027-01', '2025-12', '2027年1月']))

  it('what is past ends yesterday', () => {
    const past = { view: 'past', area_id: '', month: '2026-11' }

    expect(asked(past, 4, '2026-11-23')).toEqual({ area_id: 4, since: '2026-11-01', until: dayBefore('2026-11-23') })
    expect(asked({ ...past, month: '2026-10' }, 4, '2026-11-23').until).toBe('2026-10-31')
    expect(asked({ ...past, view: 'planned', area_id: '7' }, 4)).toEqual({ area_id: 7, state: 'planned' })
  })
})
