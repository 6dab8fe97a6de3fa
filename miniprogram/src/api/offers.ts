/** A wish that a stall of a market day can meet: what is offered, and the number that was taken. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Offers = Schemas['OffersView']
export type Offer = Schemas['OfferView']

const of = (ticketId: number, rest = '') => `/api/markets/offers/${ticketId}${rest}`

export const listOffers = (ticketId: number) => send<Offers>('GET', of(ticketId))
export const takeOffer = (ticketId: number, stallId: number, key: string) => send<Offers>('POST', of(ticketId, '/take'), { body: { stall_id: stallId }, key })
export const leaveOffer = (ticketId: number, key: string) => send<Offers>('POST', of(ticketId, '/leave'), { key })
