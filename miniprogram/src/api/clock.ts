/** How long things may take; what comes after the end of a ticket; words that are kept: limits, return visits, reply templates, whose it is when it is not ours. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Visit = Schemas['VisitRowView']
export type VisitForm = Partial<Schemas['VisitForm']>
export type Template = Schemas['TemplateView']
export type TemplateKind = Template['kind']
export type Limits = Schemas['LimitsView']
export type CategoryLimits = Limits['items'][number]
export type Limit = CategoryLimits['limits'][number]
export type LimitForm = Schemas['LimitForm']
export type Elsewhere = Schemas['ElsewhereView']

const at = (path: string) => `/api/tickets/${path}`

export const listVisits = (view: string, mine_to_call: boolean, cursor?: string) => send<Schemas['VisitRowPage']>('GET', at('return_visits'), { query: { view, mine_to_call, cursor } })
export const recordVisit = (id: number, form: VisitForm, key: string) => send<Visit>('POST', at(`return_visits/${id}/record`), { body: form, key })

export const listTemplates = (area_id: number, kind?: string) => send<Schemas['TemplateList']>('GET', at('templates'), { query: { area_id, kind } })
export const addTemplate = (form: Schemas['TemplateForm'], key: string) => send<Template>('POST', at('templates'), { body: form, key })
export const changeTemplate = (id: number, form: { title: string; words: string }, key: string) => send<Template>('POST', at(`templates/${id}`), { body: form, key })
export const endTemplate = (id: number, key: string) => send<Template>('POST', at(`templates/${id}/end`), { key })

export const listLimits = () => send<Limits>('GET', at('limits'))
/** Without amount and answer_hours the default holds again. */
export const setLimit = (form: LimitForm, key: string) => send<Limits>('POST', at('limits'), { body: form, key })

export const listElsewhere = () => send<Schemas['ElsewhereList']>('GET', at('elsewhere'))
