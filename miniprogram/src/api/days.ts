/** Days off and make-up days of a year, as the notice says them and as staff type them in. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Year = Schemas['YearView']
export type ImportedLine = Schemas['ImportedLineView']

const DAYS = '/api/occasions/days'

export const listDays = (year: number) => send<Year>('GET', DAYS, { query: { year } })
export const setDay = (form: Partial<Schemas['DayForm']>, key: string) => send<Year>('POST', DAYS, { body: form, key })
export const removeDay = (day: string, key: string) => send<Year>('POST', `${DAYS}/remove`, { body: { day }, key })
export const importDays = (lines: string, key: string) => send<Schemas['DaysImportedView']>('POST', `${DAYS}/import`, { body: { lines }, key })
