/** Occasions as residents and volunteers meet them: the calendar, one session, a place at a duty, a number in a line. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type SessionCard = Schemas['SessionCardView']
/** The desk's own view says more; what everybody reads is in all of them. */
export type Session = Schemas['PublicSessionView'] | Schemas['StaffSessionView']
export type Post = Schemas['PostView']
export type Queue = Schemas['LineView']
export type MySignup = Schemas['MySignupView']
export type Signup = Schemas['SignupView']
export type SignUpForm = Partial<Schemas['SignUpForm']>
export type Child = Schemas['ChildView']
export type QueueNumber = Schemas['NumberView']
export type Announced = Schemas['AnnouncedView']

export interface CalendarQuery {
  area_id?: number
  kind?: string
  since?: string
  until?: string
  mine?: boolean
  /** Of today, where whoever asks may scan others. */
  scans?: boolean
  state?: SessionCard['state']
  cursor?: string
  limit?: number
}

const at = (path: string) => `/api/occasions/${path}`

export const listSessions = (query: CalendarQuery) => send<Schemas['SessionCardPage']>('GET', at('sessions'), { query: { ...query } })
export const showSession = (id: number) => send<Session>('GET', at(`sessions/${id}`))
/** By the token of its poster or shared link. */
export const findSession = (code: string) => send<Schemas['FoundSessionView']>('GET', at('found'), { query: { code } })
/** 公示: for whom the session says that it announces. */
export const listAnnounced = (id: number) => send<Schemas['AnnouncedList']>('GET', at(`sessions/${id}/announced`))
export const posterOf = (id: number) => at(`sessions/${id}/poster.pdf`)

export const signUp = (postId: number, form: SignUpForm, key: string) => send<Signup>('POST', at(`posts/${postId}/sign_up`), { body: form, key })
/** confirm, withdraw */
export const stepSignup = (id: number, step: string, key: string) => send<Signup>('POST', at(`signups/${id}/${step}`), { key })
export const listMySignups = (query: { past?: boolean; cursor?: string; limit?: number }) => send<Schemas['SignupPage']>('GET', at('signups/mine'), { query })
export const listChildren = () => send<Schemas['ChildList']>('GET', at('signups/children'))

/** `called`: for somebody else, by the name that is called out. */
export const takeNumber = (lineId: number, called: string, key: string) =>
  send<QueueNumber>('POST', at(`lines/${lineId}/numbers`), { body: called ? { called } : {}, key })
export const listMyNumbers = (query: { live?: boolean; cursor?: string; limit?: number }) => send<Schemas['NumberPage']>('GET', at('numbers/mine'), { query })
export const showNumber = (id: number) => send<QueueNumber>('GET', at(`numbers/${id}`))
export const showLine = (id: number) => send<Queue>('GET', at(`lines/${id}`))
export const rebook = (id: number, form: Partial<Schemas['RebookForm']>, key: string) => send<QueueNumber>('POST', at(`numbers/${id}/rebook`), { body: form, key })
export const leaveLine = (id: number, key: string) => send<QueueNumber>('POST', at(`numbers/${id}/leave`), { key })
