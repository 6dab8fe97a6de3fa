/** What makes a session a market day: stalls, vehicles and their rounds, themes. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Stall = Schemas['StallView']
export type StallForm = Partial<Schemas['StallForm']>
export type Vehicle = Schemas['VehicleView']
export type VehiclePage = Schemas['VehiclePageView']
export type Visit = Schemas['VisitView']
export type Waiting = Schemas['WaitingView']
export type Rota = Schemas['RotaView']
export type Stop = Schemas['ProposedStopView']
export type Theme = Schemas['ThemeView']

const MARKETS = '/api/markets'

export const listStalls = (sessionId: number) => send<Schemas['StallList']>('GET', `${MARKETS}/sessions/${sessionId}/stalls`)
export const addStall = (sessionId: number, form: StallForm, key: string) => send<Stall>('POST', `${MARKETS}/sessions/${sessionId}/stalls`, { body: form, key })
export const changeStall = (id: number, form: StallForm, key: string) => send<Stall>('POST', `${MARKETS}/stalls/${id}/change`, { body: form, key })
export const removeStall = (id: number, key: string) => send<Schemas['StallList']>('POST', `${MARKETS}/stalls/${id}/remove`, { key })
export const sheetOf = (stallId: number) => `${MARKETS}/stalls/${stallId}/sheet.pdf`

export const listVehicles = (areaId?: number) => send<Schemas['VehicleList']>('GET', `${MARKETS}/vehicles`, { query: { area_id: areaId } })
export const showVehicle = (id: number) => send<VehiclePage>('GET', `${MARKETS}/vehicles/${id}`)
export const makeVehicle = (form: Partial<Schemas['VehicleForm']>, key: string) => send<VehiclePage>('POST', `${MARKETS}/vehicles`, { body: form, key })
/** change, retire, visits */
export const stepVehicle = (id: number, step: string, form: object | undefined, key: string) => send<VehiclePage>('POST', `${MARKETS}/vehicles/${id}/${step}`, { body: form, key })
/** Asks only: nothing is saved, hence no key. */
export const proposeVisits = (id: number, form: Schemas['RotaForm']) => send<Rota>('POST', `${MARKETS}/vehicles/${id}/rota`, { body: form })
export const listVisits = (query: { area_id?: number; vehicle_id?: number; since?: string; until?: string; cursor?: string }) =>
  send<Schemas['VisitPage']>('GET', `${MARKETS}/visits`, { query: { ...query } })
export const callOffVisit = (id: number, key: string) => send<Visit>('POST', `${MARKETS}/visits/${id}/call_off`, { key })
export const routeSheetOf = (vehicleId: number, on: string) => `${MARKETS}/vehicles/${vehicleId}/sheet.pdf?on=${on}`

export const listThemes = (areaId: number) => send<Schemas['ThemeList']>('GET', `${MARKETS}/themes`, { query: { area_id: areaId } })
export const setTheme = (form: Schemas['ThemeForm'], key: string) => send<Theme>('POST', `${MARKETS}/themes`, { body: form, key })
export const removeTheme = (id: number, key: string) => send<unknown>('POST', `${MARKETS}/themes/${id}/remove`, { key })
