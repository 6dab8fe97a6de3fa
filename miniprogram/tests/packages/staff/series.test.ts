/** A rule as it is tapped together, what becomes of sessions somebody signed up for, the rounds of a vehicle, and figures. */
import { describe, expect, it } from 'vitest'
import type { Figure } from '@/api/figures'
import type { Stop } from '@/api/markets'
import { groupsOf, valueOf } from '@/packages/staff/figures/shown'
import { afterPlan, byDay, kept, waitWords } from '@/packages/staff/markets/rota'
import { decided, undecided, whoWords } from '@/packages/staff/series/decide'
import { blank, formOf, missingIn, planOf } from '@/packages/staff/series/draft'
import { isWhole, lunarDay, NUMBERS, ruleOf, toggled } from '@/packages/staff/series/rule'

describe('a rule', () => {
  const draft = { ...blank(), rule_kind: 'lunar_digit', numbers: ['3', '8'], valid_from: '2026-11-01' }

  it('is sent as numbers, and without an end it goes on', () => expect(ruleOf(draft)).toMatchObject({ numbers: [3, 8], valid_to: null }))
  it('is whole once days are chosen; 每天 needs none', () => expect([isWhole(draft), isWhole({ ...draft, numbers: [] }), isWhole({ ...draft, rule_kind: 'daily', numbers: [] })]).toEqual([true, false, true]))
  it('says lunar days as people do', () => expect([1, 10, 11, 20, 23, 30].map(lunarDay)).toEqual(['初一', '初十', '十一', '二十', '廿三', '三十']))
  it('逢十 is the digit nought', () => expect(NUMBERS.lunar_digit.options.find(one => one.value === '0')?.label).toBe('逢十'))
  it('a day tapped twice is as it was', () => expect(toggled(toggled(['2026-12-01'], '2026-11-26'), '2026-12-01')).toEqual(['2026-11-26']))
})

describe('a series', () => {
  it('without words of thanks sends none', () => expect(planOf({ ...blank(), incentive: '  ' })).not.toHaveProperty('incentive'))
  it('a new one says of which kind and where', () => expect(formOf({ ...blank(), area_id: '7' })).toMatchObject({ kind: 'market', area_id: 7 }))
  it('says what is missing', () => expect(missingIn({ ...blank(), begins: '11:00', ends: '09:00' })).toMatchObject({ area_id: '请选在哪里办', place: '请写地点', ends: '结束要晚于开始' }))
})

describe('sessions somebody signed up for', () => {
  const sessions = [{ id: 1 }, { id: 2 }, { id: 3 }]

  it('are decided one by one, and only those that are asked now', () => {
    const decisions = { 1: 'keep', 2: 'off', 9: 'off' } as const

    expect(undecided(sessions, decisions)).toEqual([{ id: 3 }])
    expect(decided(sessions, decisions)).toEqual({ keep_ids: [1], call_off_ids: [2] })
  })

  it('say whom they concern', () => expect([whoWords({ signed_up: 4, numbers: 1 }), whoWords({ signed_up: 0, numbers: 2 })]).toEqual(['4 人报名，1 人取号', '2 人取号']))
})

describe('the rounds of a vehicle', () => {
  const stop = (on: string, area_id: number, more = {}) => ({ on, area_id, area_name: '', day_words: '', waited: 2, last_on: null, wishes: 1, due: false, session_id: null, ...more }) as Stop
  const stops = [stop('2026-11-28', 1), stop('2026-11-28', 2), stop('2026-12-05', 1)]

  it('are read day by day', () => expect(byDay(stops).map(one => [one.on, one.stops.length])).toEqual([['2026-11-28', 2], ['2026-12-05', 1]]))
  it('are accepted without what the desk took out', () => expect(kept(stops, ['2026-11-28:2']).map(one => one.area_id)).toEqual([1, 1]))
  it('count what the same plan does before', () => expect(afterPlan(stops[2], stops)).toEqual({ waited: 2, last_on: '2026-11-28', wishes: 0 }))
  it('say how long an estate waited', () => expect(waitWords({ waited: 2, last_on: '2026-11-04', wishes: 3 }, '2026-11-24')).toMatch(/^等了 2 轮 · 上次 .*隔 20 天 · 3 个心愿等着$/))
})

describe('figures', () => {
  const figure = (name: string, unit: string) => ({ name, unit, label: name, value: 1, base: null, base_label: null, definition: '', opens: null }) as Figure

  it('人次 and 人 stand apart, and so does what was counted by eye', () => {
    const groups = groupsOf([figure('visit_times', '人次'), figure('headcount', '人次'), figure('visit_persons', '人')])

    expect(groups.map(one => [one.title, one.figures.map(each => each.name)])).toEqual([['人次', ['visit_times']], ['人', ['visit_persons']], ['现场点数', ['headcount']]])
  })

  it('minutes are said in hours', () => expect([valueOf(95, '分钟'), valueOf(12, '人次')]).toEqual(['1 小时 35 分', '12 人次']))
})
