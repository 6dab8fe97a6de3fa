/** Days and months of the calendar, always Shanghai's. */
import type { SessionCard } from '@/api/occasions'
import { shanghaiDay } from '@/words'

export interface Day {
  on: string
  /** From the server: 周四 · 农历十月十八 */
  words: string
  cards: SessionCard[]
}

/** Cards come by day; those of one day stand together under its date. */
export function byDay(cards: SessionCard[]): Day[] {
  const days: Day[] = []
  for (const card of cards) {
    const last = days[days.length - 1]
    if (last?.on === card.on) last.cards.push(card)
    else days.push({ on: card.on, words: card.day_words, cards: [card] })
  }
  return days
}

export interface Month {
  /** The day from which it is shown: today, in this month. */
  since: string
  label: string
}

const BACK = 2
const AHEAD = 5

/** A few months back, because people look up when something was; half a year ahead. */
export function months(now: Date = new Date()): Month[] {
  const today = shanghaiDay(now)
  const [year, month] = today.split('-').map(Number)
  return Array.from({ length: BACK + 1 + AHEAD }, (_, i) => monthAt(year, month + i - BACK, today))
}

function monthAt(year: number, month: number, today: string): Month {
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
  const label = `${Number(first.slice(5, 7))}月`
  return first.slice(0, 7) === today.slice(0, 7) ? { since: today, label } : { since: first, label }
}

/** Which of them a day lies in. */
export const monthOf = (on: string, all: Month[]) => all.find(month => month.since.slice(0, 7) === on.slice(0, 7))?.since ?? ''
