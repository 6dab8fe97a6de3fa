/** Which page a message opens. A kind that this client does not know opens nothing: its words are enough. */
import type { components } from '@/api/contract'
import { MY_TEAMS, orderPage, pursePage, sessionPage, STAFF_GRANTS, staffSessionPage, staffShopPage, staffTeamPage, staffTicketPage, ticketPage, VOLUNTEER } from '@/places'
import type { Desk } from '@/stores/session'

type Link = components['schemas']['LinkView']

export function linkedPage(link: Link | null, desk: Desk): string | null {
  if (link?.kind === 'ticket') return desk === 'staff' ? staffTicketPage(link.id) : ticketPage(link.id)
  if (link?.kind === 'session') return desk === 'staff' ? staffSessionPage(link.id) : sessionPage(link.id)
  if (link?.kind === 'team') return desk === 'staff' ? staffTeamPage(link.id) : MY_TEAMS
  if (link?.kind === 'grant') return STAFF_GRANTS
  if (link?.kind === 'shop') return staffShopPage(link.id)
  if (link?.kind === 'order') return orderPage(link.id)
  if (link?.kind === 'purse') return pursePage(link.id)
  return link?.kind === 'volunteer' ? VOLUNTEER : null
}
