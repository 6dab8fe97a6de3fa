/** Needs and complaints on their way through the house: one's own, one's tasks, one ticket and its steps. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type MineRow = Schemas['MineRowView']
export type TaskRow = Schemas['TaskRowView']
export type Found = Schemas['FoundView']
export type Category = Schemas['CategoryView']
export type Action = Schemas['ActionView']
export type TicketFile = Schemas['FileView']
export type PartyTicket = Schemas['PartyTicketView']
export type DoerTicket = Schemas['DoerTicketView']
/** What everybody involved may read; the desk reads more on its own pages. */
export type InvolvedTicket = PartyTicket | DoerTicket | Schemas['StaffTicketView']
export type Ticket = Schemas['PublicTicketView'] | InvolvedTicket
export type Rating = Pick<Schemas['RateForm'], 'solved' | 'satisfied' | 'words'>
export type View = 'all' | 'open' | 'closed' | 'waiting'

export interface ListQuery {
  view?: View
  kind?: MineRow['kind']
  cursor?: string
  limit?: number
}

/** 意见与投诉. The answer carries the number people may read out on the phone. */
export const submitFeedback = (form: Schemas['FeedbackForm'], key: string) =>
  send<Ticket>('POST', '/api/tickets/feedback', { body: form, key })

export const listMine = (query: ListQuery) => send<Schemas['MineRowPage']>('GET', '/api/tickets/mine', { query: { ...query } })
export const listTasks = (query: ListQuery) => send<Schemas['TaskRowPage']>('GET', '/api/tickets/tasks', { query: { ...query } })
export const listCategories = () => send<Schemas['CategoryList']>('GET', '/api/tickets/categories')
export const showTicket = (id: number) => send<Ticket>('GET', `/api/tickets/${id}`)
export const findTicket = (by: { number?: string; token?: string }) => send<Found>('GET', '/api/tickets/found', { query: by })

/** A step of the flow that needs no other desk: accept, reply, finish, note, withdraw … */
export const step = (id: number, action: string, key: string, body?: object) =>
  send<Ticket>('POST', `/api/tickets/${id}/${action}`, { body, key })

/** The resident's key. What follows from it (办结 or 再办) is the server's word. */
export const rate = (id: number, rating: Rating, key: string) => step(id, 'rate', key, rating)

/** Everybody but the public reads what was said. */
export const involved = (ticket: Ticket): ticket is InvolvedTicket => ticket.audience !== 'public'
export const isParty = (ticket: Ticket): ticket is PartyTicket => ticket.audience === 'party'
export const isDoer = (ticket: Ticket): ticket is DoerTicket => ticket.audience === 'doer'
