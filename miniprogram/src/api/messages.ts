/** The inbox: what one was told, and that one has read it. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Message = Schemas['MessageView']

export const listMessages = (cursor?: string) => send<Schemas['MessagePage']>('GET', '/api/messages/', { query: { cursor } })

/** Everything up to this one. Doing it twice does no harm. */
export const readUpTo = (id: number) => send<Schemas['InboxView']>('POST', '/api/messages/read', { body: { up_to: id } })
