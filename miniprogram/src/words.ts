/** Times and numbers as people say them. Always Shanghai time, whatever the phone is set to. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR // China has one zone and no summer time
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

type Moment = string | Date

/** A moment shifted so that its UTC parts read as Shanghai's. A bare date is that day in Shanghai. */
function shanghai(at: Moment): Date {
  const dateOnly = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)
  return new Date(new Date(at).getTime() + (dateOnly ? 0 : SHANGHAI))
}

const dayNumber = (at: Moment) => Math.floor(shanghai(at).getTime() / DAY)
const two = (n: number) => String(n).padStart(2, '0')

/** 15:00 */
export function clock(at: Moment): string {
  const there = shanghai(at)
  return `${there.getUTCHours()}:${two(there.getUTCMinutes())}`
}

/** 09:00: as a wheel of hours writes it. */
export const hourOf = (at: Moment) => clock(at).padStart(5, '0')

/** 2026-11-26: the day it is in Shanghai. */
export const shanghaiDay = (at: Moment) => shanghai(at).toISOString().slice(0, 10)

/** 周四 */
export const weekday = (on: Moment) => WEEKDAYS[shanghai(on).getUTCDay()]

/** 11月26日, with the year when it is not this one. */
export function date(on: Moment, now: Moment = new Date()): string {
  const there = shanghai(on)
  const year = there.getUTCFullYear() === shanghai(now).getUTCFullYear() ? '' : `${there.getUTCFullYear()}年`
  return `${year}${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
}

/** 今天, 昨天, 前天, 明天, 后天, or 11月26日 周四. */
export const day = (on: Moment, now: Moment = new Date()) => near(on, now) ?? `${date(on, now)} ${weekday(on)}`

const NEAR: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }
const near = (on: Moment, now: Moment) => NEAR[dayNumber(on) - dayNumber(now)]

/** 昨天, 11月26日: the day alone, where there is little room. */
export const shortDay = (on: Moment, now: Moment = new Date()) => near(on, now) ?? date(on, now)

/** 今天 15:00, 昨天 9:30, 11月26日 周四 15:00. */
export const when = (at: Moment, now: Moment = new Date()) => `${day(at, now)} ${clock(at)}`

/** 昨天 15:00, 11月26日 15:00: never broken into two lines. */
export const moment = (at: Moment, now: Moment = new Date()) => unbroken(`${shortDay(at, now)} ${clock(at)}`)

/** A number stays with what it counts. */
export const unbroken = (text: string) => text.replace(/(\d) (?=\D)|(\D) (?=\d)/g, '$1$2\u00a0')

/** 周四 15:00–17:30 */
export const span = (start: Moment, end: Moment) => `${clock(start)}–${clock(end)}`

/** 近邻圩日 · 重阳敬老: what it is, then the theme of the day. */
export const named = ({ title, theme }: { title: string; theme: string }) => (theme && theme !== title ? `${title} · ${theme}` : title)

/** 还有 4 天, 就是明天, 就是今天, 已经过去了. */
export function daysTo(on: Moment, now: Moment = new Date()): string {
  const days = dayNumber(on) - dayNumber(now)
  if (days < 0) return '已经过去了'
  return ['就是今天', '就是明天'][days] ?? `还有 ${days} 天`
}

/** 刚刚, 5 分钟, 3 小时, 2 天: how long something has been here. */
export function age(since: Moment, now: Moment = new Date()): string {
  return stretch(new Date(now).getTime() - new Date(since).getTime()) || '刚刚'
}

/** 刚刚, 5 分钟前, 3 小时前, 昨天, 前天, 5 天前; after a week the date, which is easier to place. */
export function ago(at: Moment, now: Moment = new Date()): string {
  const days = dayNumber(now) - dayNumber(at)
  if (days > 7) return date(at, now)
  if (days > 0) return near(at, now) ?? `${days} 天前`
  const stretched = age(at, now)
  return stretched === '刚刚' ? stretched : `${stretched}前`
}

/** 还剩 2 小时, 已超期 1 天. */
export function left(due: Moment, now: Moment = new Date()): string {
  const rest = new Date(due).getTime() - new Date(now).getTime()
  const words = stretch(Math.abs(rest)) || '不到 1 分钟'
  return rest >= 0 ? `还剩 ${words}` : `已超期 ${words}`
}

function stretch(ms: number): string {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} 天`
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} 小时`
  return ms >= 60_000 ? `${Math.floor(ms / 60_000)} 分钟` : ''
}

/** 1 小时 30 分 */
export function minutes(n: number): string {
  const hours = Math.floor(n / 60)
  return [hours ? `${hours} 小时` : '', n % 60 || !hours ? `${n % 60} 分` : ''].filter(Boolean).join(' ')
}

/** 10264738 → 1026 4738, as it is read out on the telephone. */
export const spoken = (number: string | number) => String(number).replace(/(\d{4})(?=\d)/g, '$1 ')

/** 83.7% · 1219/1456: a rate never stands without its fraction. */
export const rate = (part: number, base: number) => (base ? `${((part / base) * 100).toFixed(1)}% · ${part}/${base}` : `— · ${part}/0`)

/** 早上好, 中午好, 下午好, 晚上好 */
export function greeting(now: Moment = new Date()): string {
  const hour = shanghai(now).getUTCHours()
  if (hour < 5 || hour >= 18) return '晚上好'
  if (hour < 11) return '早上好'
  return hour < 13 ? '中午好' : '下午好'
}

/** 12345 → 12,345 */
export const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const isPast = (at: string, now: Date = new Date()) => new Date(at).getTime() < now.getTime()
