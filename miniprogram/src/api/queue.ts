/** Working a line: numbers are called, served, given to whoever stands there. */
import type { components } from './contract'
import { send } from './http'
import type { QueueNumber } from './occasions'

type Schemas = components['schemas']
export type Outcome = Schemas['OutcomeView']
export type Found = Schemas['StallNumberView']

const at = (path: string) => `/api/occasions/${path}`

/** Those who wait or were called, in their order. */
export const listNumbers = (lineId: number) => send<Schemas['NumberPage']>('GET', at(`lines/${lineId}/numbers`), { query: { live: true, limit: 50 } })
/** All that were ever given, those who are done with too. */
export const listAllNumbers = (lineId: number, cursor?: string) => send<Schemas['NumberPage']>('GET', at(`lines/${lineId}/numbers`), { query: { cursor, limit: 50 } })
export const callNext = (lineId: number, key: string) => send<QueueNumber>('POST', at(`lines/${lineId}/call_next`), { key })
/** call, call_again, serve, fail, correct, leave */
export const stepNumber = (id: number, step: string, form: object | undefined, key: string) => send<QueueNumber>('POST', at(`numbers/${id}/${step}`), { body: form, key })
/** To somebody who stands there: by the name that is called out, or whom the desk knows. */
export const giveNumber = (lineId: number, form: { called?: string; person_id?: number }, key: string) => send<QueueNumber>('POST', at(`lines/${lineId}/numbers`), { body: form, key })
/** By what somebody shows at the stall: their code, their card, the slip of a wish, the number itself. */
export const findAtStall = (stallId: number, code: string, key: string) => send<Found>('POST', `/api/markets/stalls/${stallId}/find`, { body: { code }, key })
