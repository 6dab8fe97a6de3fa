/** The desk of a reception day: its queue, what is heard at the tables, seats, agenda; and the screen at the wall. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Desk = Schemas['ReceptionDeskView']
export type DeskNumber = Schemas['DeskNumberView']
export type Received = Schemas['ReceivedView']
export type Seat = Schemas['StaffSeatView']
export type Seats = Schemas['StaffSeatsView']
export type AgendaItem = Schemas['AgendaItemView']
export type Plan = Schemas['PlanView']
export type SetOut = Schemas['SetOutForm']
export type Screen = Schemas['ReceptionScreenView']
export type Heard = Schemas['HeardView']

export type BoardLine = Schemas['BoardLineView']
export type BoardLineForm = Schemas['BoardLineForm']

const at = (path: string) => `/api/reception/${path}`
const of = (id: number, rest: string) => at(`sessions/${id}/${rest}`)

export const showDesk = (id: number) => send<Desk>('GET', of(id, 'desk'))
export const listNumbers = (id: number, live: boolean, cursor?: string) => send<Schemas['DeskNumberPage']>('GET', of(id, 'numbers'), { query: { live, cursor, limit: 50 } })
export const showSeats = (id: number) => send<Seats>('GET', of(id, 'seats'))
export const listAgenda = (id: number, cursor?: string) => send<Schemas['AgendaItemPage']>('GET', of(id, 'agenda'), { query: { cursor, limit: 50 } })
export const showScreen = (id: number) => send<Screen>('GET', of(id, 'screen'))

export const setOut = (id: number, form: SetOut, key: string) => send<Desk>('POST', of(id, 'set_out'), { body: form, key })
export const showPlan = (seriesId: number) => send<Plan>('GET', at(`series/${seriesId}/plan`))
export const setPlan = (seriesId: number, form: SetOut, key: string) => send<Plan>('POST', at(`series/${seriesId}/plan`), { body: form, key })

/** By the name that is called out, whom the desk knows, or neither: 「12 号」. */
export const walkIn = (id: number, form: object, key: string) => send<DeskNumber>('POST', of(id, 'walk_in'), { body: form, key })
export const callNextTo = (id: number, table: number, key: string) => send<DeskNumber>('POST', of(id, 'call_next'), { body: { table }, key })
/** `again`: once more, of whoever was called before. */
export const callTo = (id: number, table: number, again: boolean, key: string) => send<DeskNumber>('POST', at(`numbers/${id}/call`), { body: { table, again }, key })
export const putOff = (id: number, key: string) => send<DeskNumber>('POST', at(`numbers/${id}/put_off`), { key })
/** receive, or receive_and_answer: opened and answered in one. */
export const hear = (id: number, step: string, form: object, key: string) => send<Received>('POST', at(`numbers/${id}/${step}`), { body: form, key })
export const numberPaper = (id: number) => at(`numbers/${id}/paper.pdf`)

/** 公示的话: what the public board says of one ticket. */
export const showBoardLine = (ticketId: number) => send<BoardLine>('GET', at(`board/${ticketId}`))
export const writeBoardLine = (ticketId: number, form: BoardLineForm, key: string) => send<BoardLine>('POST', at(`board/${ticketId}`), { body: form, key })

export const markSeat = (id: number, form: Schemas['MarkForm'], key: string) => send<Seat>('POST', at(`seats/${id}/mark`), { body: form, key })
export const addItem = (id: number, number: string, key: string) => send<AgendaItem>('POST', of(id, 'agenda'), { body: { number }, key })
export const answerItem = (id: number, words: string, key: string) => send<AgendaItem>('POST', at(`items/${id}/answer`), { body: { words }, key })
