/** Owner reception days (业主接待日) as residents meet them: the days, a time of one's own, who sits there, the public board. */
import type { components } from './contract'
import { send } from './http'
import type { QueueNumber } from './occasions'

type Schemas = components['schemas']
export type Reception = Schemas['ReceptionRowView']
export type Heard = NonNullable<Reception['heard']>
export type OwnTime = Reception['my_numbers'][number]
export type Time = Schemas['TimeView']
export type Screen = Schemas['ReceptionScreenView']
export type Seat = Schemas['PublicSeatView']
export type Seats = Schemas['PublicSeatsView']
export type BookForm = Partial<Schemas['BookForm']>
export type PublicBoard = Schemas['PublicBoardView']
export type BoardSource = PublicBoard['sources'][number]
export type BoardItem = Schemas['BoardItemView']

export interface BoardQuery {
  figure?: string
  source?: string
  since?: string
  until?: string
  cursor?: string
}

const at = (path: string) => `/api/reception/sessions${path}`
const boards = (areaId: number, path = '') => `/api/reports/boards/${areaId}${path}`

export const listReceptions = (query: { area_id?: number; past?: boolean; cursor?: string; limit?: number }) =>
  send<Schemas['ReceptionRowPage']>('GET', at(''), { query })
export const showReception = (id: number) => send<Reception>('GET', at(`/${id}`))
export const listTimes = (id: number) => send<Schemas['TimesView']>('GET', at(`/${id}/times`))
export const bookTime = (id: number, form: BookForm, key: string) => send<QueueNumber>('POST', at(`/${id}/book`), { body: form, key })
export const showScreen = (id: number) => send<Screen>('GET', at(`/${id}/screen`))
/** Refused to whoever does not live there. */
export const showSeats = (id: number) => send<Seats>('GET', at(`/${id}/seats`))

export const showPublicBoard = (areaId: number, query: { since?: string; until?: string }) => send<PublicBoard>('GET', boards(areaId), { query })
export const listBoardItems = (areaId: number, query: BoardQuery) => send<Schemas['BoardItemPage']>('GET', boards(areaId, '/items'), { query: { ...query } })
