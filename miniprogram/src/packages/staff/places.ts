/** Where the desk's pages are. */
const at = (path: string) => `/packages/staff/${path}`

export const DESK = at('desk/desk')
export const TICKETS = at('tickets/tickets')
export const REGISTER = at('register/register')
export const DOORS = at('doors/doors')
export const VOLUNTEERS = at('volunteers/volunteers')
/** What volunteers asked to be added, for whoever judges it. */
export const REPAIRS = '/packages/gate/repairs'
export const TEAMS = at('teams/teams')
export const teamPage = (id: number) => at(`teams/team?id=${id}`)
export const SHOPS = at('shops/shops')
export const shopPage = (id: number) => at(`shops/shop?id=${id}`)
/** Planned against held, for whoever reads. */
export const FIGURES = at('figures/figures')
export const BOARD = at('board/board')
export const POSTERS = at('posters/posters')
export const PEOPLE = at('people/people')
export const queueOf = (view: string) => `${TICKETS}?view=${view}`
export const staffTicket = (id: number) => at(`ticket/ticket?id=${id}`)
/** `found`: what a search gave for a newcomer, whom an id alone does not open. */
export const personPage = (id: number, found?: string | null) => at(`people/person?id=${id}${found ? `&found=${encodeURIComponent(found)}` : ''}`)
/** Printed codes and the service record of somebody. */
export const cardsPage = (id: number, name: string) => `/packages/gate/cards?id=${id}&name=${encodeURIComponent(name)}`
export const POINTS = at('points/points')
/** Of this scheme, when one comes from something that is paid in its points. */
export const pointsPage = (schemeId?: number) => `${POINTS}${schemeId ? `?scheme=${schemeId}` : ''}`
export const POINT_RULES = at('points/rules')
export const pointRulesPage = (schemeId?: number) => `${POINT_RULES}${schemeId ? `?scheme=${schemeId}` : ''}`
export const POINT_GRANTS = at('points/grants')
/** At the counter of a shop, for somebody whom the desk knows. */
export const redeemForPage = (shopId: number, personId: number) => `/packages/counter/redeem?shop=${shopId}&person=${personId}`
/** An order as the counter sees it. */
export const handedOrderPage = (id: number) => `/packages/counter/order?id=${id}`
/** What somebody has, how it came, and the PIN of their card. */
export const pursePage = (id: number, name: string) => at(`points/purse?id=${id}&name=${encodeURIComponent(name)}`)
/** 回访: who has not said anything, and whom to ask a month later. */
export const VISITS = at('visits/visits')
export const visitsPage = (view: string) => `${VISITS}?view=${view}`
/** How long each kind of thing may take, and to whom it goes in the end. */
export const LIMITS = at('limits/limits')
export const LAST_OFFICE = at('last-office/last-office')
/** To which telephones the codes go by which units answer their slips. */
export const UNIT_MOBILES = at('last-office/mobiles')
/** What the public board says of each matter. */
export const LINES = at('lines/lines')
export const TEMPLATES = at('templates/templates')
export const UNIT = at('unit/unit')
export const UNIT_SLIPS = at('figures/units')
