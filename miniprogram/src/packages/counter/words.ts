/** How the counter says things, and the words of the contract as answers to tap. */
import type { Option } from '@/components/jl-choice/jl-choice.vue'

export const optionsOf = (words: Record<string, { label: string }>): Option[] => Object.entries(words).map(([value, { label }]) => ({ value, label }))

/** +12, −3 */
export const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

/** 账上 50，数到 48，少 2; said before anything is written down. */
export function differenceOf(known: number, counted: number): string {
  const by = counted - known
  if (!by) return `账上 ${known}，数到 ${counted}，一样`
  return `账上 ${known}，数到 ${counted}，${by > 0 ? `多 ${by}` : `少 ${-by}`}`
}

/** 1250 → 12.50 元 */
export const yuan = (fen: number) => `${(fen / 100).toFixed(2)} 元`

/** 12.5 → 1250; NaN when it is no sum of money. */
export const fenOf = (typed: string) => (/^\d{1,8}(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed) * 100) : NaN)

/** A whole number as somebody types it; NaN when it is none. */
export const wholeOf = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : NaN)

/** 2026-11, and months before or after it. */
export const thisMonth = (now = Date.now()) => new Date(now + 8 * 3_600_000).toISOString().slice(0, 7)
export function monthBy(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
export const monthWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
