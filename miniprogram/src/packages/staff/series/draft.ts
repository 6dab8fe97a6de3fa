/** A series as its page holds it while it is written, and what of it is sent. */
import type { Series } from '@/api/series'
import { short, today } from '../sessions/clock'
import type { Lead } from '../sessions/parts/lead-choice.vue'
import { ruleOf, type RuleDraft } from './rule'

export interface SeriesDraft extends RuleDraft {
  kind: string
  area_id: string
  title: string
  place: string
  begins: string
  ends: string
  lead: Lead | null
  incentive: string
  pool_id: number | null
}

export const blank = (): SeriesDraft => ({
  kind: 'market', area_id: '', title: '近邻圩日', place: '', begins: '09:00', ends: '11:00', lead: null, incentive: '', pool_id: null,
  rule_kind: 'solar_day', numbers: [], valid_from: today(), valid_to: '', skip: [], extra: [],
})

export function draftOf(series: Series): SeriesDraft {
  const { kind, title, place, rule_kind, numbers, valid_from, valid_to, skip, extra, begins, ends, lead_id, lead_name, incentive, pool_id } = series
  return {
    kind, area_id: String(series.area_id), title, place, begins: short(begins), ends: short(ends), lead: lead_id ? { id: lead_id, name: lead_name ?? '' } : null,
    incentive, pool_id, rule_kind, numbers: numbers.map(String), valid_from, valid_to: valid_to ?? '', skip, extra,
  }
}

/** What a change says anew; of which kind and where a series is, stays. */
export function planOf(draft: SeriesDraft) {
  const { title, place, begins, ends, lead, incentive, pool_id } = draft
  return { ...ruleOf(draft), title: title.trim(), place: place.trim(), begins, ends, lead_id: lead?.id ?? null, pool_id, ...(incentive.trim() ? { incentive: incentive.trim() } : {}) }
}

export const formOf = (draft: SeriesDraft) => ({ ...planOf(draft), kind: draft.kind, area_id: Number(draft.area_id) })

export const missingIn = (draft: SeriesDraft) => ({
  area_id: !draft.area_id && '请选在哪里办',
  title: !draft.title.trim() && '请写名称',
  place: !draft.place.trim() && '请写地点',
  ends: draft.ends <= draft.begins && '结束要晚于开始',
  valid_to: !!draft.valid_to && draft.valid_to < draft.valid_from && '结束不能早于开始',
})
