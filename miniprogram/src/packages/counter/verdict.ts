/** From what the server said to what fills the screen: green is handed over, amber asks for something, red gives nothing away. */
import type { Order } from '@/api/counter'
import type { Problem } from '@/api/problem'

export interface Verdict {
  tone: 'good' | 'again' | 'bad'
  word: string
  title: string
  lines: string[]
}

/** How long it stays, ms; what was refused stays until it is read. */
export const STAYS: Record<Verdict['tone'], number> = { good: 2500, again: 8000, bad: 12_000 }

/** Nothing is wrong with the person: something is done once more, or was done before. */
const MENDED = ['handed_already', 'code_expired', 'paper_replaced', 'scan_again', 'no_such_number', 'other_shop', 'pin_needed', 'not_confirmed', 'order_cancelled', 'order_expired']

export function refusedBy({ code, title, detail, problems }: Problem): Verdict {
  const said = Object.values(problems ?? {}).flat()
  if (code === 'offline') return { tone: 'bad', word: '先不要给', title: '没有网络', lines: ['不能核对，先不要给东西。网络恢复以后，再点一次。'] }
  return { tone: MENDED.includes(code) ? 'again' : 'bad', word: '先不要给', title, lines: said.length ? said : [detail] }
}

export function handed({ name, handed_name, handed_points, back_points }: Order): Verdict {
  const rest = back_points ? `，退回 ${back_points} 分` : ''
  return { tone: 'good', word: '已交给本人', title: handed_name ?? '', lines: [name, `${handed_points ?? 0} 分${rest}`] }
}
