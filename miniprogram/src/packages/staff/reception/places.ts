/** Where the pages of a reception day are. */
const at = (path: string) => `/packages/staff/reception/${path}`

export const deskOf = (id: number) => at(`desk?id=${id}`)
/** Seats and tables, of one session or, as a rule, of its series. */
export const setOutOf = (id: number) => at(`set-out?id=${id}`)
export const planOf = (seriesId: number) => at(`set-out?series=${seriesId}`)
export const callingOf = (id: number) => `/packages/gate/calling?id=${id}`
