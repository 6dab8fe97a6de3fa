/** How pressing a ticket is, in a word and a colour: gold comes near, red is late and nothing else is. Whether its clock runs at all is a trait of its state. */
import { TicketState } from '@/api/flows'
import { left } from '@/words'

export interface Pressing {
  state: string
  state_label: string
  due_at: string
  urgency?: string
}
export type Tone = 'quiet' | 'red' | 'gold'

const HOUR = 3_600_000
const SHANGHAI_MS = 8 * HOUR
const SOON_MS = 48 * HOUR

export function ticks(state: string): boolean {
  const found = (TicketState as Record<string, { traits: readonly string[] }>)[state]
  return found?.traits.includes('ticking') ?? false
}

export function tone({ state, due_at }: Pressing, now = Date.now()): Tone {
  if (!ticks(state)) return 'quiet'
  const rest = new Date(due_at).getTime() - now
  if (rest < 0) return 'red'
  return rest < SOON_MS ? 'gold' : 'quiet'
}

/** Its day has come, and it is not over yet. */
export function isDueToday({ state, due_at }: Pressing, now = Date.now()): boolean {
  const dayOf = (moment: number) => Math.floor((moment + SHANGHAI_MS) / (24 * HOUR))
  const due = new Date(due_at).getTime()
  return ticks(state) && due >= now && dayOf(due) === dayOf(now)
}

/** 急件 · 还剩 2 小时; where no clock runs, the word of the state. */
export function pressing(ticket: Pressing, now = Date.now()): string {
  if (!ticks(ticket.state)) return ticket.state_label
  return [ticket.urgency === 'high' ? '急件' : '', left(ticket.due_at, new Date(now))].filter(Boolean).join(' · ')
}
