/** What rows and sums of the desk say: how it came back, whose it is, who is counted, into what one merges. */
import { describe, expect, it } from 'vitest'
import type { QueueRow } from '@/api/desk'
import { candidates } from '@/packages/staff/acts/merge'
import { handsOf } from '@/packages/staff/hands'
import { markOf, whereabouts, whoAndWhere } from '@/packages/staff/row'

const row = (more: object) => ({ id: 1, number: '10261274', kind: 'wish', title: '换灯管', state: 'received', state_label: '待受理', estate_name: '庠柄小区', holder_name: '庠柄社区服务台', received_at: new Date(Date.now() - 3 * 3_600_000).toISOString(), asked_name: null, mark: null, reopens: 0, wisher_name: '陈阿姨', place: '5栋 302', ...more }) as QueueRow

describe('a row of the queue', () => {
  it('says since when it waits while the desk has to receive it, and then whose it is', () => {
    expect(whereabouts(row({}))).toMatch(/来的$/)
    expect(whereabouts(row({ state: 'working', holder_name: '林师傅' }))).toBe('林师傅')
  })

  it('says who was asked while nobody has accepted', () => {
    expect(whereabouts(row({ state: 'offered', asked_name: '庠柄物业' }))).toBe('已派庠柄物业，等接单')
  })

  it('says where a wish has a place at a market day, for nobody has to be sent', () => {
    expect(whereabouts(row({ arranged: '11月28日 义剪 7号' }))).toBe('约在 11月28日 义剪 7号')
  })

  it('says who and where, for what has no words yet', () => {
    expect([row({}), row({ place: null })].map(whoAndWhere)).toEqual(['陈阿姨 · 庠柄小区 5栋 302', '陈阿姨 · 庠柄小区'])
  })

  it('says how it came back', () => {
    expect(markOf(row({ mark: '被退回' }))).toBe('被退回')
    expect(markOf(row({ reopens: 2 }))).toBe('居民说没办好 2 次')
    expect(markOf(row({}))).toBe('')
  })
})

describe('who has something to do with a ticket', () => {
  it('whoever was asked twice counts once, and whoever gave it back not at all', () => {
    const asked = [{ name: '庠柄物业', state: 'bounced' }, { name: '庠柄物业', state: 'accepted' }, { name: '电力', state: 'declined' }]

    expect(handsOf(asked)).toBe('1 家（人），接单 1，办好 0')
    expect(handsOf(asked.slice(2))).toBe('现在没有人在办')
  })
})

describe('into what a ticket is merged', () => {
  const ticket = row({})
  const rows = [ticket, row({ id: 2, number: '10260002', estate_name: '别的小区', title: '换灯泡' }), row({ id: 3, number: '10260003', title: '修水管' }), row({ id: 4, kind: 'feedback' }), row({ id: 5, state: 'closed' })]
  const ids = (q: string, chosen = '') => candidates(rows, ticket, q, chosen).map(one => one.id)

  it('is an open one of its kind, those of its estate first, never itself', () => expect(ids('')).toEqual([3, 2]))
  it('is found by words or by the number as it is read out', () => expect([ids('灯'), ids('1026 0003')]).toEqual([[2], [3]]))
  it('stays in sight once it is chosen', () => expect(ids('灯', '10260003')).toEqual([3, 2]))
})
