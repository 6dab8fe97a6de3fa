/** People as staff see them: found, looked at with a reason, given roles; volunteers; what an area posts. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type PersonLine = Schemas['FoundPersonView']
export type Person = Schemas['PersonView']
export type Grant = Schemas['GrantView']
export type Volunteer = Schemas['VolunteerView']
export type Area = Schemas['AreaView']

/** `q`: a whole telephone number, or how a name begins. Nobody gets a list of everybody. */
export const findPersons = (q: string, cursor?: string, keeper_of?: number) => send<Schemas['FoundPersonPage']>('GET', '/api/people/persons', { query: { q, cursor, keeper_of } })
export type Colleague = Schemas['ColleagueView']
/** Who holds an office where I administer, without a name to begin with. */
export const listColleagues = (cursor?: string) => send<Schemas['ColleaguePage']>('GET', '/api/people/persons/colleagues', { query: { cursor } })
export const showPerson = (id: number) => send<Person>('GET', `/api/people/persons/${id}`)
/** Who belongs nowhere yet is opened by what the search by their whole number gave, for a quarter of an hour. */
export const showNewcomer = (found: string) => send<Person>('GET', '/api/people/persons/newcomer', { query: { found } })
export const assistPerson = (form: Partial<Schemas['AssistForm']>, key: string) => send<Person>('POST', '/api/people/persons', { body: form, key })

export const revealPerson = (id: number, reason: string, key: string) =>
  send<Schemas['RevealView']>('POST', `/api/people/persons/${id}/reveal`, { body: { reason }, key })
export const grantRole = (id: number, form: object, key: string) => send<Grant>('POST', `/api/people/persons/${id}/grants`, { body: form, key })
/** The first role of a newcomer: from then on they are opened by their id. */
export const welcomeNewcomer = (form: object, key: string) => send<Grant>('POST', '/api/people/persons/newcomer/grants', { body: form, key })
export const endGrant = (grantId: number, key: string) => send<Grant>('POST', `/api/people/grants/${grantId}/end`, { key })
/** switch_off, switch_on, real_name, staff_name, merge, unmerge: each answers with the person as they now are. */
export const changePerson = (id: number, step: string, form: object | undefined, key: string) =>
  send<Person>('POST', `/api/people/persons/${id}/${step}`, { body: form, key })
/** confirm, leave */
export const changeResidency = (id: number, step: string, key: string) => send<unknown>('POST', `/api/people/residencies/${id}/${step}`, { key })

export const listVolunteers = (state: string, cursor?: string) =>
  send<Schemas['VolunteerPage']>('GET', '/api/people/volunteers', { query: { state, cursor } })
export const judgeVolunteer = (id: number, step: string, form: object | undefined, key: string) =>
  send<Volunteer>('POST', `/api/people/volunteers/${id}/${step}`, { body: form, key })

/** Nothing: the tree down to the communities. With an area: all that lies below it. */
export const listAreas = (underId?: number) => send<Schemas['AreaList']>('GET', '/api/people/areas', { query: { under_id: underId } })

/** 兜底: to whom a ticket of the area goes that nobody has taken in the end. */
export type LastOffice = Schemas['NamedBackstopView']
const lastOfficeOf = (areaId: number) => `/api/people/areas/${areaId}/backstop`
export const showLastOffice = (areaId: number) => send<LastOffice>('GET', lastOfficeOf(areaId))
export const nameLastOffice = (areaId: number, unit_id: number | null, key: string) => send<LastOffice>('POST', lastOfficeOf(areaId), { body: { unit_id }, key })

/** Of those who serve the area, for whoever administers it. */
export type Office = LastOffice['units'][number]
export const registerMobile = (unitId: number, mobile: string | null, key: string) =>
  send<Schemas['UnitMobileView']>('POST', `/api/people/units/${unitId}/mobile`, { body: { mobile }, key })

export type Board = Schemas['BoardView']
export const showBoard = (areaId: number) => send<Board>('GET', `/api/people/areas/${areaId}/board`)
export const postNotice = (areaId: number, form: object, key: string) => send<unknown>('POST', `/api/people/areas/${areaId}/notices`, { body: form, key })
export const endNotice = (id: number, key: string) => send<unknown>('POST', `/api/people/notices/${id}/end`, { key })
export const postHotline = (areaId: number, form: object, key: string) => send<unknown>('POST', `/api/people/areas/${areaId}/hotlines`, { body: form, key })
export const endHotline = (id: number, key: string) => send<unknown>('POST', `/api/people/hotlines/${id}/end`, { key })
/** Whose officer somebody may become in an area. */
export const listUnits = (areaId: number) => send<Schemas['UnitList']>('GET', `/api/people/areas/${areaId}/units`)
