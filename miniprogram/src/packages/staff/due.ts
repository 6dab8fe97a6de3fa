/** How pressing a ticket is, in a word and a colour. Whether its clock runs at all is a trait of its state. */
import { TicketState } from '@/api/flows'
import { left } from '@/words'

export interface Pressing {
  state: string
  state_label: string
  due_at: string
  urgency?: string
}
export type Tone = 'quiet' | 'green' | 'red' | 'gold'

const HOUR = 3_600_000
const NEARLY_MS = 4 * HOUR
const SOON_MS = 48 * HOUR

export function ticks(state: string): boolean {
  const found = (TicketState as Record<string, { traits: readonly string[] }>)[state]
  return found?.traits.includes('ticking') ?? false
}

export function tone({ state, due_at }: Pressing, now = Date.now()): Tone {
  if (!ticks(state)) return 'quiet'
  const rest = new Date(due_at).getTime() - now
  if (rest < NEARLY_MS) return 'red'
  return rest < SOON_MS ? 'gold' : 'quiet'
}

/** 急件 · 还剩 2 小时; where no clock runs, the word of the state. */
export function pressing(ticket: Pressing, now = Date.now()): string {
  if (!ticks(ticket.state)) return ticket.state_label
  return [ticket.urgency === 'high' ? '急件' : '', left(ticket.due_at, new Date(now))].filter(Boolean).join(' · ')
}
