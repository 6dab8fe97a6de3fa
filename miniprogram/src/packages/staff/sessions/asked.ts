/** What the list of sessions asks for: those to come by state, or those of a past month. */
import type { SessionQuery } from '@/api/stage'
import { dayBefore, monthSpan, today } from './clock'

export interface Filters {
  view: string
  area_id: string
  /** Of what is past: which month. */
  month: string
}

export function asked({ view, area_id, month }: Filters, top: number | undefined, now = today()): SessionQuery {
  const area = Number(area_id) || top
  if (view !== 'past') return { area_id: area, state: view === 'coming' ? undefined : view }
  const { since, until } = monthSpan(month)
  return { area_id: area, since, until: until < now ? until : dayBefore(now) }
}
