/** Points as they are written on a statement. */
import type { Award, Purse } from '@/api/points'
import type { ShopSheet } from '@/api/shop'
import { date } from '@/words'

/** +4, −10: a minus as wide as the plus, so that columns stand. */
export const signed = (amount: number) => (amount < 0 ? `−${-amount}` : `+${amount}`)

/** Until when it is announced, or what it waits for. */
export function waitsFor({ pending, waiting, arrives_on, less_words }: Award): string {
  const words = pending ? [arrives_on ? `公示中，${date(arrives_on)}到账` : '公示中，活动结束后定到账的日子'] : []
  return [...words, waiting && less_words ? less_words : ''].filter(Boolean).join('；')
}

/** 11月27日到账 8 分: the first of what is announced; empty: nobody knows yet. */
export function arrivesWords({ pending, arriving }: Pick<Purse, 'pending' | 'arriving'>): string {
  if (!pending) return ''
  if (!arriving) return '活动结束后定日子'
  const day = date(arriving.on)
  return arriving.amount === pending ? `${day}到账` : `${day}先到 ${arriving.amount} 分`
}

const SOON_MS = 60 * 24 * 60 * 60 * 1000

/** What ends first; nobody is hurried by a day two years from now. */
export function endsWords({ ending }: Pick<Purse, 'ending'>, now = Date.now()): string {
  if (!ending) return ''
  const soon = +new Date(ending.until) - now < SOON_MS
  return soon ? `${date(ending.until)}有 ${ending.amount} 分到期，请先用` : `最早到期的是 ${ending.amount} 分，能用到${date(ending.until)}`
}

/** 4:05 */
export const clockOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

type MonthRow = ShopSheet['months'][number]

/** The rows of each month together, with their sum; in the order in which they came. */
export function byMonth(rows: MonthRow[]) {
  return [...new Set(rows.map(({ month }) => month))].map(month => {
    const own = rows.filter(row => row.month === month)
    const [year, n] = month.split('-').map(Number)
    return { month, label: `${year}年${n}月`, rows: own, points: own.reduce((sum, { points }) => sum + points, 0) }
  })
}
