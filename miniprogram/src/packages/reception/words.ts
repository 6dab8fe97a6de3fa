/** What pages of reception days say of times, days and what was heard. */
import { TicketState } from '@/api/flows'
import type { Heard, OwnTime, Reception } from '@/api/reception'
import type { MineRow } from '@/api/tickets'
import { has } from '@/api/traits'
import { clock } from '@/words'

/** What the public board is read for; without a first day, the server's last twelve months. */
export const PERIODS = [{ value: '', label: '近一年' }, { value: 'year', label: '今年' }, { value: 'quarter', label: '本季度' }, { value: 'month', label: '本月' }]

/** 2026-11-24 → 2026-11-01, 2026-10-01, 2026-01-01: the first day of what was chosen. */
export function beginOf(period: string, today: string): string | undefined {
  const [year, month] = today.split('-').map(Number)
  const first: Record<string, number> = { month, quarter: month - ((month - 1) % 3), year: 1 }
  return first[period] ? `${year}-${String(first[period]).padStart(2, '0')}-01` : undefined
}

/** 周四 · 农历十月十八 小雪 → 十月十八 */
export const lunarOf = (dayWords: string) => /农历(\S+)/.exec(dayWords)?.[1] ?? ''

/** Whether a time may still be had. Some are kept for the door: full is never the last word. */
export function freeWords({ left, next_at }: Pick<Reception, 'left' | 'next_at'>): string {
  if (left === null) return ''
  if (!left) return '网上的时间约满了，当天还可以到现场取号'
  return `还能约 ${left} 个时间${next_at ? `，最早 ${clock(next_at)}` : ''}`
}

/** 您约了 14:50 左右（3 号） */
export function ownWords({ n, at, name, state_label }: OwnTime): string {
  const whose = name ? `替${name}约了` : '您约了'
  return at ? `${whose} ${clock(at)} 左右（${n} 号）` : `${name ? `${name}的` : '您的'} ${n} 号：${state_label}`
}

/** What goes on leads, and of that what waits for me; then what nobody has rated; then the rest, each as it came. */
export function openFirst<Row extends Pick<MineRow, 'state' | 'waits_for_you'>>(rows: Row[]): Row[] {
  const place = ({ state, waits_for_you }: Row) => {
    const goesOn = has(TicketState, state, 'open') || has(TicketState, state, 'answered')
    return (goesOn ? 0 : 2) + (waits_for_you ? 0 : 1)
  }
  return [...rows].sort((a, b) => place(a) - place(b))
}

export interface Count {
  label: string
  words: string
}

type Named = [label: string, value: number | null]

/** Each count apart; what whoever reported it did not say is left out. The resident's word stands with its base. */
export function countsOf(heard: Heard, reported: boolean): Count[] {
  const { received, merged, answered_on_spot, reported_done, solved, agenda_answered, agenda_rolled } = heard
  const main: Named[] = received ? [['受理', received], ['当场答复', answered_on_spot], ['办的人说办好了', reported_done]] : []
  const word = received ? [{ label: reported ? '上报说解决了' : '居民说办好了', words: `${solved}/${received}` }] : []
  const rest: Named[] = [['并单', merged], ['议程上答复了', agenda_answered], ['转到下一场', agenda_rolled]]
  return [...said(main), ...word, ...said(rest.filter(([, value]) => value))]
}

const said = (counts: Named[]): Count[] => counts.filter(([, value]) => value !== null).map(([label, value]) => ({ label, words: `${value} 件` }))
