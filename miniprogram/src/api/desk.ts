/** Desk work on tickets: the queue, one ticket, each step of it, and what is written down for somebody else. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Counts = Schemas['CountsView']
export type QueueRow = Schemas['QueueRowView']
export type TaskRow = Schemas['TaskRowView']
export type Category = Schemas['CategoryView']
export type Takers = Schemas['TakersView']
export type Contact = Schemas['ContactView']
export type Action = Schemas['ActionView']
export type TicketFile = Schemas['FileView']
export type Assignment = Schemas['AssignmentView']
export type Part = Schemas['PartView']
export type Extension = Schemas['ExtensionView']
export type StaffTicket = Schemas['StaffTicketView']
export type DoerTicket = Schemas['DoerTicketView']
/** What the server shows of one ticket; `audience` says which of them it is. */
export type Ticket =
  | ({ audience: 'staff' } & StaffTicket)
  | ({ audience: 'doer' } & DoerTicket)
  | ({ audience: 'party' } & Schemas['PartyTicketView'])
  | ({ audience: 'public' } & Schemas['PublicTicketView'])

export interface QueueQuery {
  view?: string
  /** Not what whoever asks did. */
  mine_to_call?: boolean
  kind?: string
  area_id?: number
  category_id?: number
  q?: string
  cursor?: string
}

export const countQueue = () => send<Counts>('GET', '/api/tickets/counts')
export const listQueue = (query: QueueQuery) => send<Schemas['QueueRowPage']>('GET', '/api/tickets/', { query: { ...query } })
export const listTasks = (view: string, cursor?: string) => send<Schemas['TaskRowPage']>('GET', '/api/tickets/tasks', { query: { view, cursor } })
export const listCategories = () => send<Schemas['CategoryList']>('GET', '/api/tickets/categories')
export const showTicket = (id: number) => send<Ticket>('GET', `/api/tickets/${id}`)
/** 三单: each printing is a paper of its own; its address opens for an hour. */
export const printSlip = (id: number, form: Schemas['PrintSlipForm'], key: string) => send<Schemas['PrintedSlipView']>('POST', `/api/tickets/${id}/slips`, { body: form, key })
/** 延期: until when it would be with so many working days more. */
export const listLonger = (id: number) => send<Schemas['LongerList']>('GET', `/api/tickets/${id}/longer`)
export const listTakers = (id: number, q: string) => send<Takers>('GET', `/api/tickets/${id}/takers`, { query: { q } })

/** Opening a number is recorded, hence a key: the same look twice is one look. */
export const openContact = (id: number, words: string, key: string) =>
  send<Contact>('POST', `/api/tickets/${id}/contact`, { body: { words }, key })

/** Steps that belong to the wishes' desk; three buttons open one door, two share the resident's key. */
const AT_WISHES = ['screen', 'take_down', 'claim', 'confirm_claim', 'decline_claim', 'release']
const DOORS: Record<string, string> = { join: 'claim', ask_to_claim: 'claim', confirm: 'rate', reopen: 'rate' }

export function pathOf(id: number, action: string): string {
  const door = DOORS[action] ?? action
  return `/api/${AT_WISHES.includes(door) ? 'wishes' : 'tickets'}/${id}/${door}`
}

/** One step of a ticket. The answer is the ticket as it now is. */
export const takeStep = (id: number, action: string, form: object | undefined, key: string) =>
  send<Ticket>('POST', pathOf(id, action), { body: form, key })

export const submitWishFor = (form: Partial<Schemas['WishForm']>, key: string) => send<Ticket>('POST', '/api/wishes/', { body: form, key })

export type OfflineAnswer = Schemas['BatchAnswerView']
export const submitOffline = (items: object[], key: string) => send<Schemas['BatchView']>('POST', '/api/wishes/offline', { body: { items }, key })

export const receiptOf = (id: number) => `/api/tickets/${id}/receipt.pdf`
export const posterOf = (areaId: number) => `/api/wishes/posters/${areaId}.pdf`
