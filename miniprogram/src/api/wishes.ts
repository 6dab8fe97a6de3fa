/** Micro-wishes: the wall, making one, claiming one and giving it back. */
import type { components } from './contract'
import { send } from './http'
import type { Ticket } from './tickets'

type Schemas = components['schemas']
export type WallCard = Schemas['WallCardView']
export type WallView = 'open' | 'mine' | 'done'
export type WishForm = Schemas['WishForm']
export type Helped = Schemas['HelpedView']
export type Relation = Helped['relation']

export interface WallQuery {
  view?: WallView
  area_id?: number
  category_id?: number
  q?: string
  cursor?: string
  limit?: number
}

export const listWishes = (query: WallQuery) => send<Schemas['WallCardPage']>('GET', '/api/wishes/', { query: { ...query } })

export const submitWish = (form: WishForm, key: string) => send<Ticket>('POST', '/api/wishes/', { body: form, key })

/** For whom one has asked before. */
export const listHelped = () => send<Schemas['HelpedList']>('GET', '/api/wishes/helped')

/** For claim, join and ask_to_claim: which of them it is, the server knows. */
export const claimWish = (id: number, key: string) => send<Ticket>('POST', `/api/wishes/${id}/claim`, { key })

export const releaseWish = (id: number, words: string, key: string) =>
  send<Ticket>('POST', `/api/wishes/${id}/release`, { body: { words }, key })

/** A claim the desk has not answered is taken back. */
export const unaskWish = (id: number, key: string) => send<Ticket>('POST', `/api/wishes/${id}/unask`, { key })

/** The estate whose poster was scanned: the last of itself and all above it. */
export async function estateOf(code: string): Promise<{ id: number; name: string } | undefined> {
  const { items } = await send<Schemas['AreaList']>('GET', '/api/people/areas', { query: { code } })
  return items[items.length - 1]
}
