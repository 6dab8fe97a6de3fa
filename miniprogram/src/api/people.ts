/** People and places: oneself, and what is posted where one lives. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Me = Schemas['MeView']
export type Board = Schemas['BoardView']

export const showMe = () => send<Me>('GET', '/api/people/me')

export const changeMe = (form: Schemas['MeForm'], key: string) => send<Me>('POST', '/api/people/me', { body: form, key })

export const showBoard = (areaId: number) => send<Board>('GET', `/api/people/areas/${areaId}/board`)
