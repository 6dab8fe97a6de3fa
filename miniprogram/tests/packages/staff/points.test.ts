/** Points at the desk: what is typed as a number, versions of rules, what a session pays. */
import { describe, expect, it } from 'vitest'
import type { EarningRule } from '@/api/pools'
import type { DeskSession } from '@/api/stage'
import { fenOf, grouped, signed, standingWords, wholeOf, yuanWords } from '@/packages/staff/points/numbers'
import { doubtOf, lastOf, rateWords } from '@/packages/staff/points/rate'
import { announcedAfter, draftFrom, earliest, missingIn, ruleFrom, standing } from '@/packages/staff/points/rule'
import { ticksOf } from '@/packages/staff/sessions/gate'

const RULE = { id: 1, version: 3, valid_from: '2026-11-01', per_half_hour: 2, per_ticket: 0, day_most: 8, month_most: null, festival_times: 2, holds: true, words: '', made_at: '' } satisfies EarningRule

describe('numbers', () => {
  it('money is read to the fen, and nothing else is money', () => {
    expect(['2000', '2,000.5', '￥3', '12.345', '', '8 元', '0.07'].map(fenOf)).toEqual([200000, 200050, null, null, null, 800, 7])
  })

  it('money is said as it is written', () => {
    expect([200050, 200000, 7].map(yuanWords)).toEqual(['2,000.50 元', '2,000 元', '0.07 元'])
  })

  it('points are whole', () => {
    expect(['12', ' 7 ', '1.5', '-3', ''].map(wholeOf)).toEqual([12, 7, null, null, null])
  })

  it('large numbers can be read, and what goes out has a minus', () => {
    expect([grouped(1234567), signed(50), signed(-1200)]).toEqual(['1,234,567', '+50', '−1,200'])
  })
})

describe('before points move by hand', () => {
  it('it is said what there is, and what a deduction would leave owed', () => {
    expect([standingWords(50, 20), standingWords(50, -20), standingWords(50, -500)]).toEqual([
      '现在有 50 分，给了以后 70 分。', '现在有 50 分，扣了以后 30 分。', '现在只有 50 分：扣到 0 分，还差 450 分，以后到账的先补上。',
    ])
  })
})

describe('what money came to last time', () => {
  const gift = (donor_id: number, fen: number | null, points: number) => ({ donor_id, given: 'money' as const, fen, points })
  const before = [gift(2, null, 9), gift(2, 100000, 200), gift(1, 250000, 250)]

  it('is that of the same donor, else the newest of its kind', () => {
    expect([lastOf(before, 'money', 1)?.points, lastOf(before, 'money', 7)?.points, lastOf(before, 'goods', 1)]).toEqual([250, 200, undefined])
    expect(rateWords(gift(1, 250000, 250))).toBe('上次 2,500 元折 250 分')
  })

  it('makes a slip stand out, and nothing near it', () => {
    const last = gift(1, 250000, 250)
    expect([doubtOf(last, 50000, 50), doubtOf(last, 50000, 60), doubtOf(undefined, 50000, 500), doubtOf(last, null, 500)]).toEqual(['', '', '', ''])
    expect(doubtOf(last, 50000, 500)).toBe('照上次的折法是 50 分，您写的是 500 分，请再看一遍。')
  })
})

describe('a new version of the rules', () => {
  const now = Date.parse('2026-11-23T15:30:00Z') // 23:30 in Dehua

  it('the first may begin today, later ones tomorrow', () => {
    expect([earliest(0, now), earliest(2, now)]).toEqual(['2026-11-23', '2026-11-24'])
  })

  it('begins from the last and is sent whole', () => {
    expect(ruleFrom(draftFrom(RULE, '2026-12-01'))).toEqual({ valid_from: '2026-12-01', per_half_hour: 2, per_ticket: 0, day_most: 8, month_most: null, festival_times: 2 })
  })

  it('something is earned, and a month has its days', () => {
    const draft = { ...draftFrom(RULE, '2026-12-01'), per_half_hour: 0, month_most: 5 }
    expect(Object.entries(missingIn(draft)).filter(([, said]) => said).map(([field]) => field)).toEqual(['per_half_hour', 'month_most'])
  })

  it('one holds, one is to come, the others are past', () => {
    const rows = [{ holds: false, valid_from: '2026-12-01', version: 3 }, { holds: true, valid_from: '2026-11-01', version: 2 }, { holds: false, valid_from: '2026-01-01', version: 1 }]
    expect(rows.map(one => standing(one, '2026-11-23', rows))).toEqual(['coming', 'holds', 'past'])
  })

  it('of two for one day the later version holds; one for a later day begins on its day', () => {
    const rows = [{ holds: false, valid_from: '2026-12-01', version: 3 }, { holds: false, valid_from: '2026-12-01', version: 2 }, { holds: true, valid_from: '2026-11-01', version: 1 }]
    expect(rows.map(one => standing(one, '2026-11-23', rows))).toEqual(['coming', 'dropped', 'holds'])
    expect([announcedAfter(rows, '2026-11-24'), announcedAfter(rows, '2026-12-01')]).toEqual(['2026-12-01', undefined])
  })
})

describe('what a session pays', () => {
  const session = {
    on: '2026-11-26', starts_at: '2026-11-26T01:00:00Z', ends_at: '2026-11-26T03:00:00Z', place: '广场', lead_name: '小吴', posts: [], coming: [], missing: [] as string[], incentive: '年底评星级志愿者',
    reward: { scheme_id: 1, pool_id: 1, pool_name: '社区经费池', festival: false, words: '每服务半小时记 1 分，从“社区经费池”出，要预留 48 分，池里有 300 分', lack: null as string | null },
  }
  const thanks = (of: object) => ticksOf({ ...session, ...of } as unknown as DeskSession, []).find(one => one.fix === 'thanks')!

  it('stands at the gate before the words', () => {
    expect(thanks({}).words).toBe('每服务半小时记 1 分，从“社区经费池”出，要预留 48 分，池里有 300 分。年底评星级志愿者')
    expect(thanks({}).missing).toBe(false)
  })

  it('a rule that was written out once more is said once, by the one that is kept', () => {
    expect(thanks({ incentive: '每服务半小时记 1 分，可到积分超市兑换。年底评星级志愿者' }).words).toBe(thanks({}).words)
    expect(thanks({ reward: null, incentive: '每服务半小时记 1 分' }).words).toBe('每服务半小时记 1 分')
  })

  it('a pool that is too empty is missing, and says so', () => {
    const short = thanks({ reward: { ...session.reward, lack: '“社区经费池”还有 10 分，这里要预留 48 分' } })
    expect(short.missing).toBe(true)
    expect(short.lack).toBe('“社区经费池”还有 10 分，这里要预留 48 分')
  })

  it('words alone are enough', () => {
    expect(thanks({ reward: null }).words).toBe('年底评星级志愿者')
  })
})
