/** Where the pages of the gate are. */
const at = (path: string) => `/packages/gate/${path}`

export const DEVICES = at('devices')
export const screenOf = (id: number) => at(`screen?id=${id}`)
export const scannerOf = (id: number) => at(`scanner?id=${id}`)
export const crewOf = (id: number) => at(`crew?id=${id}`)
export const queueOf = (id: number) => at(`queue?id=${id}`)
export const reviewOf = (id: number) => at(`review?id=${id}`)
export const repairsOf = (id: number) => at(`repairs?id=${id}`)
/** The desk of a session, where stalls are added. */
export const sessionPage = (id: number) => `/packages/staff/sessions/session?id=${id}`
