/** People and places: oneself, and what is posted where one lives. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Me = Schemas['MeView']
export type Board = Schemas['BoardView']
export type Area = Schemas['AreaView']
export type Residency = Schemas['ResidencyView']
export type EstateForm = Schemas['EstateForm']

export const showMe = () => send<Me>('GET', '/api/people/me')

export const changeMe = (form: Schemas['MeForm'], key: string) => send<Me>('POST', '/api/people/me', { body: form, key })

export const joinEstate = (form: Schemas['EstateForm'], key: string) => send<Me>('POST', '/api/people/me/estate', { body: form, key })

export const leaveHome = (residencyId: number, key: string) =>
  send<Residency>('POST', `/api/people/residencies/${residencyId}/leave`, { key })

/** The code is good once, so this needs no key; nor does a new password. */
export const addPhone = (form: Schemas['PhoneForm']) => send<Me>('POST', '/api/people/me/phone', { body: form })

/** Two accounts of one's own become one: asked with what proves that the other's number is mine, too. */
export const mergeMe = (form: Schemas['PhoneForm']) => send<Me>('POST', '/api/people/me/merge', { body: form })

/** For good. Like the others it is proven by a code, so it needs no key. */
export const closeMe = (form: Schemas['CloseForm']) => send<Schemas['ClosedView']>('POST', '/api/people/me/close', { body: form })

export const changePassword = (form: Schemas['PasswordForm']) => send<Me>('POST', '/api/people/me/password', { body: form })

export const copyMe = () => send<Schemas['CopyView']>('GET', '/api/people/me/copy')

export const applyAsVolunteer = (form: Schemas['VolunteerForm'], key: string) =>
  send<Schemas['VolunteerView']>('POST', '/api/people/volunteers', { body: form, key })

/** Down to the communities; with `under`, everything below one place, estates too. */
export const listAreas = (under?: number) => send<{ items: Area[] }>('GET', '/api/people/areas', { query: { under_id: under } })

export const showBoard = (areaId: number) => send<Board>('GET', `/api/people/areas/${areaId}/board`)
