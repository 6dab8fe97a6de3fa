/** Into which tickets one may be merged: those of its estate first, else as they come. */
import type { QueueRow } from '@/api/desk'
import { TicketState } from '@/api/flows'

interface Merging {
  id: number
  kind: string
  estate_name: string
}

const isOpen = ({ state }: QueueRow) => (TicketState[state].traits as readonly string[]).includes('open')

/** `chosen` stays in sight whatever is searched for. */
export function candidates(rows: QueueRow[], ticket: Merging, q: string, chosen = ''): QueueRow[] {
  const words = q.trim()
  const number = words.replace(/\s/g, '')
  const fits = (one: QueueRow) => one.number === chosen || one.title.includes(words) || one.number.includes(number)
  const near = (one: QueueRow) => Number(one.estate_name === ticket.estate_name)
  return rows.filter(one => one.id !== ticket.id && one.kind === ticket.kind && isOpen(one) && fits(one)).sort((a, b) => near(b) - near(a))
}
