/** What a row of the queue says beside its title: how it came back, and in whose hands or since when it waits. */
import type { QueueRow } from '@/api/desk'
import { TicketState } from '@/api/flows'
import { ago } from '@/words'

/** How it came back; of what the resident sent back, how often. */
export function markOf({ mark, reopens }: QueueRow): string {
  return mark ?? (reopens ? `居民说没办好 ${reopens} 次` : '')
}

/** By who and where one tells apart what has no words yet. */
export const whoAndWhere = ({ wisher_name, estate_name, place }: Pick<QueueRow, 'wisher_name' | 'estate_name' | 'place'>) => [wisher_name, [estate_name, place].filter(Boolean).join(' ')].join(' · ')

/** What waits for the desk is in its hands anyway: there it counts since when. */
export function whereabouts(row: QueueRow): string {
  if (row.arranged) return `约在 ${row.arranged}`
  if (row.asked_name) return `已派${row.asked_name}，等接单`
  const waits = (TicketState[row.state].traits as readonly string[]).includes('intake')
  return waits ? `${ago(row.received_at)}来的` : row.holder_name
}
