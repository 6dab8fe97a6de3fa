/** Points: what I have, how it came and went, and the accounts that anybody may read. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Purse = Schemas['PurseView']
export type Entry = Schemas['EntryView']
export type Award = Schemas['AwardView']
export type OwnGrant = Schemas['OwnGrantView']
export type Scheme = Schemas['SchemeView']
export type Sheet = Schemas['SheetView']

const at = (path: string) => `/api/points/${path}`

export const listPurses = () => send<Schemas['PurseList']>('GET', at('purses'))
export const listEntries = (schemeId: number, cursor?: string) => send<Schemas['EntryPage']>('GET', at('entries'), { query: { scheme_id: schemeId, cursor } })
/** What is still announced, or waits for the pool: the newest first. */
export const listPending = (schemeId: number, cursor?: string) => send<Schemas['AwardPage']>('GET', at('awards'), { query: { scheme_id: schemeId, pending: true, cursor, limit: 50 } })
export const showAward = (id: number) => send<Award>('GET', at(`awards/${id}`))
/** What the community gave or took by hand: why, and who answers for it. */
export const showOwnGrant = (id: number) => send<OwnGrant>('GET', at(`grants/${id}/mine`))
/** Of an area, and of what is above and below it; from the county down. */
export const listSchemes = (areaId?: number) => send<Schemas['SchemeList']>('GET', at('schemes'), { query: { area_id: areaId } })
export const showSheet = (schemeId: number) => send<Sheet>('GET', at(`schemes/${schemeId}/sheet`))

/** 19 分: what can be spent of all that somebody has; empty: they never had any. */
export const pointsWords = (purses: Pick<Purse, 'available'>[]) => (purses.length ? `${purses.reduce((sum, { available }) => sum + available, 0)} 分` : '')
