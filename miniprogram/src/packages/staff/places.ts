/** Where the desk's pages are. */
const at = (path: string) => `/packages/staff/${path}`

export const DESK = at('desk/desk')
export const TICKETS = at('tickets/tickets')
export const REGISTER = at('register/register')
export const DOORS = at('doors/doors')
export const VOLUNTEERS = at('volunteers/volunteers')
export const BOARD = at('board/board')
export const POSTERS = at('posters/posters')
export const PEOPLE = at('people/people')
export const queueOf = (view: string) => `${TICKETS}?view=${view}`
export const staffTicket = (id: number) => at(`ticket/ticket?id=${id}`)
export const personPage = (id: number) => at(`people/person?id=${id}`)
