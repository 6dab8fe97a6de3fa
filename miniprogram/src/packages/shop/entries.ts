/** Where a line of the statement leads: first to how many it came to and why, else to the thing itself. */
import type { Entry } from '@/api/points'
import { awardPage, givenPage, orderPage, sessionPage, ticketPage } from '@/places'

const PAGES: Record<string, (id: number) => string> = { session: sessionPage, ticket: ticketPage, order: orderPage, grant: givenPage }

export function pageBehind({ award_id, link_kind, link_id }: Pick<Entry, 'award_id' | 'link_kind' | 'link_id'>): string | null {
  if (award_id) return awardPage(award_id)
  return link_kind && link_id ? (PAGES[link_kind]?.(link_id) ?? null) : null
}
