/** 志愿服务队: made by the desk, joined by volunteers, led by one of them. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Team = Schemas['TeamView']
export type Member = Schemas['MemberView']

export interface TeamQuery {
  /** Of it and all below. */
  area_id?: number
  /** At home there, above or below: they may come to a session of this area. */
  serves_id?: number
  /** Those one belongs to, leads, or asked to join. */
  mine?: boolean
  cursor?: string
  limit?: number
}

const TEAMS = '/api/occasions/teams'
const of = (id: number, rest: string) => `${TEAMS}/${id}/${rest}`

export const listTeams = (query: TeamQuery) => send<Schemas['TeamPage']>('GET', TEAMS, { query: { ...query } })
export const showTeam = (id: number) => send<Team>('GET', `${TEAMS}/${id}`)
export const makeTeam = (form: Schemas['TeamForm'], key: string) => send<Team>('POST', TEAMS, { body: form, key })
/** Who leads it is always said with it: nobody named is nobody leading. */
export const changeTeam = (id: number, form: Schemas['ChangeTeamForm'], key: string) => send<Team>('POST', of(id, 'change'), { body: form, key })
export const closeTeam = (id: number, key: string) => send<Team>('POST', of(id, 'close'), { key })
export const joinTeam = (id: number, key: string) => send<Member>('POST', of(id, 'join'), { key })

export const listMembers = (id: number, cursor?: string) => send<Schemas['MemberPage']>('GET', of(id, 'members'), { query: { cursor, limit: 100 } })
/** The desk by id; a leader by the whole number of somebody they know. */
export const addMember = (id: number, form: Schemas['AddMemberForm'], key: string) => send<Member>('POST', of(id, 'members'), { body: form, key })
/** accept, decline, leave */
export const stepMember = (id: number, step: string, key: string) => send<Member>('POST', `/api/occasions/memberships/${id}/${step}`, { key })
