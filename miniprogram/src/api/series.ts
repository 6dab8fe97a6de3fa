/** Series: a rule by which sessions come again, looked at before it is saved. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Series = Schemas['SeriesView']
export type SeriesForm = Schemas['SeriesForm']
export type RuleForm = Schemas['RuleForm']
export type ChangePlan = Schemas['ChangePlanView']
export type Touched = Schemas['TouchedView']
export type PreviewDay = Schemas['DayView']

const SERIES = '/api/occasions/series'

export const listSeries = (query: { area_id?: number; ended?: boolean; cursor?: string }) => send<Schemas['SeriesPage']>('GET', SERIES, { query: { ...query } })
export const showSeries = (id: number) => send<Series>('GET', `${SERIES}/${id}`)
/** Asks only: nothing is saved, hence no key. */
export const previewRule = (rule: object) => send<Schemas['PreviewView']>('POST', `${SERIES}/preview`, { body: rule })
export const previewChange = (id: number, form: object) => send<ChangePlan>('POST', `${SERIES}/${id}/change_preview`, { body: form })
export const makeSeries = (form: object, key: string) => send<Series>('POST', SERIES, { body: form, key })
/** change, end */
export const stepSeries = (id: number, step: string, form: object, key: string) => send<Series>('POST', `${SERIES}/${id}/${step}`, { body: form, key })
