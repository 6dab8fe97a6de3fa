/** Sessions as their desk prepares and runs them: lists, the gate, duties, sign-ups, head-counts, papers. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type SessionCard = Schemas['SessionCardView']
/** What the desk of its area reads. Whoever only visits gets less, and `audience` says so. */
export type DeskSession = Schemas['StaffSessionView']
export type Post = Schemas['PostView']
export type PostForm = Partial<Schemas['PostForm']>
export type Queue = Schemas['LineView']
export type Signup = Schemas['SignupRowView']
export type TeamAnswer = Schemas['TeamAnswerView']
export type Headcounts = Schemas['HeadcountsView']
export type MonthAnswer = Schemas['PublishedView']
export type SessionForm = Schemas['SessionForm']
export type SessionChange = Partial<Schemas['SessionChangeForm']>

export interface SessionQuery {
  area_id?: number
  kind?: string
  since?: string
  until?: string
  state?: string
  cursor?: string
  limit?: number
}

const SESSIONS = '/api/occasions/sessions'
const of = (id: number, rest: string) => `${SESSIONS}/${id}/${rest}`

export const listSessions = (query: SessionQuery) => send<Schemas['SessionCardPage']>('GET', SESSIONS, { query: { ...query } })
export const showSession = (id: number) => send<DeskSession>('GET', `${SESSIONS}/${id}`)
export const makeSession = (form: Partial<SessionForm>, key: string) => send<DeskSession>('POST', SESSIONS, { body: form, key })
export const publishMonth = (form: Schemas['MonthForm'], key: string) => send<Schemas['PublishedList']>('POST', `${SESSIONS}/publish_month`, { body: form, key })

/** publish, change, call_off, end, drop, plan_again, copy_from: the answer is the session as it now is. */
export const stepSession = (id: number, step: string, form: object | undefined, key: string) =>
  send<DeskSession>('POST', of(id, step), { body: form, key })
export const posterOf = (id: number) => of(id, 'poster.pdf')

export const addPost = (sessionId: number, form: PostForm, key: string) => send<Post>('POST', of(sessionId, 'posts'), { body: form, key })
export const changePost = (id: number, form: PostForm, key: string) => send<Post>('POST', `/api/occasions/posts/${id}/change`, { body: form, key })
export const removePost = (id: number, key: string) => send<Post>('POST', `/api/occasions/posts/${id}/remove`, { key })

export const listSignups = (sessionId: number, cursor?: string) => send<Schemas['SignupRowPage']>('GET', of(sessionId, 'signups'), { query: { live: true, cursor, limit: 100 } })
export const signUpFor = (postId: number, form: object, key: string) => send<Signup>('POST', `/api/occasions/posts/${postId}/sign_up`, { body: form, key })
export const signUpTeam = (postId: number, teamId: number, personIds: number[], key: string) =>
  send<Schemas['TeamAnswersView']>('POST', `/api/occasions/posts/${postId}/sign_up_team`, { body: { team_id: teamId, person_ids: personIds }, key })
/** confirm, withdraw */
export const stepSignup = (id: number, step: string, key: string) => send<Signup>('POST', `/api/occasions/signups/${id}/${step}`, { key })

export const listHeadcounts = (id: number) => send<Headcounts>('GET', of(id, 'headcounts'))
export const strikeHeadcount = (id: number, key: string) => send<unknown>('POST', `/api/occasions/headcounts/${id}/strike`, { key })
export const addHeadcount = (id: number, count: number, key: string) => send<unknown>('POST', of(id, 'headcounts'), { body: { count }, key })
