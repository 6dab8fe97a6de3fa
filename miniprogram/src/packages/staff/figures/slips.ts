/** Counts of slips as they stand in a table: each with its base, since a bare share says nothing. */
import type { UnitSlips } from '@/api/figures'

export const SPANS = [{ value: '30', label: '近 30 天' }, { value: '90', label: '近 90 天' }, { value: '365', label: '近一年' }]
const DAY_MS = 86_400_000

export const sinceOf = (days: string, today: string) => new Date(Date.parse(today) - (Number(days) - 1) * DAY_MS).toISOString().slice(0, 10)

type Figure = UnitSlips['figures'][number]
type Counts = UnitSlips['total']

/** Of what each is a share, the definition says in words; here it is counted. */
const BASES: Record<string, keyof Counts> = { 派出: 'offered', 接单: 'accepted', 说办好: 'done' }

export function cellOf(counts: Counts, { name, base_label }: Figure): string {
  const value = counts[name as keyof Counts]
  const base = base_label ? BASES[base_label] : undefined
  return base ? `${value}/${counts[base]}` : String(value)
}
