/** Figures of market months and of slips to units: each with its base, its period and its definition, and the rows behind it. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type MarketMonth = Schemas['MarketMonthView']
export type Figure = Schemas['FigureView']
export type AreaMonth = Schemas['AreaMonthView']
export type FigureRow = Schemas['MarketRowView']

export interface MonthQuery {
  area_id: number
  month: string
  kind: string
}

export const showMarketMonth = (query: MonthQuery) => send<MarketMonth>('GET', '/api/reports/market_months', { query: { ...query } })
export const listMarketRows = (query: MonthQuery & { figure?: string; cursor?: string }) => send<Schemas['MarketRowPage']>('GET', '/api/reports/market_rows', { query: { ...query } })

export type UnitSlips = Schemas['UnitSlipsView']
export type UnitBounce = Schemas['UnitBounceView']

export interface SlipsQuery {
  area_id: number
  since: string
  until: string
}

export const showUnitSlips = (query: SlipsQuery) => send<UnitSlips>('GET', '/api/reports/unit_slips', { query: { ...query } })
export const listUnitBounces = (query: SlipsQuery & { unit_id?: number; cursor?: string }) => send<Schemas['UnitBouncePage']>('GET', '/api/reports/unit_bounces', { query: { ...query } })
