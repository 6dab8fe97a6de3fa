/** The queue: how pressing a ticket is, and what is asked of the server. */
import { describe, expect, it } from 'vitest'
import { isDueToday, pressing, tone } from '@/packages/staff/due'
import { asked } from '@/packages/staff/useQueue'

const NOW = new Date('2026-11-22T07:00:00Z').getTime()
const ticket = (hours: number, more = {}) => ({ state: 'received', state_label: '待受理', due_at: new Date(NOW + hours * 3_600_000).toISOString(), ...more })
const filters = { view: 'overdue', kind: '', category_id: '', area_id: '', q: '' }

describe('how pressing a ticket is', () => {
  it('turns from quiet to gold as its day comes nearer, and red only when it is late', () => {
    expect([100, 30, 2, -1].map(hours => tone(ticket(hours), NOW))).toEqual(['quiet', 'gold', 'gold', 'red'])
  })

  it('is due today until the day is over in Dehua or the time is up', () => {
    expect([-1, 2, 8.9, 9.1].map(hours => isDueToday(ticket(hours), NOW))).toEqual([false, true, true, false])
  })

  it('is said in words too, and an urgent one says so', () => {
    expect(pressing(ticket(2, { urgency: 'high' }), NOW)).toBe('急件 · 还剩 2 小时')
    expect(pressing(ticket(-49), NOW)).toBe('已超期 2 天')
  })

  it('is only its state where no clock runs', () => {
    const waiting = ticket(-49, { state: 'waiting', state_label: '待补充' })

    expect(pressing(waiting, NOW)).toBe('待补充')
    expect(tone(waiting, NOW)).toBe('quiet')
  })
})

describe('what the queue asks for', () => {
  it('is the chosen count, and nothing that was left open', () => {
    expect(asked(filters)).toEqual({ view: 'overdue', kind: undefined, category_id: undefined, area_id: undefined, q: undefined })
  })

  it('is every open ticket once somebody types', () => {
    expect(asked({ ...filters, area_id: '4', q: ' 灯管 ' })).toMatchObject({ view: 'all', area_id: 4, q: '灯管' })
  })
})
