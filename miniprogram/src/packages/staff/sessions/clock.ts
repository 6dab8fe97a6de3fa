/** Hours and days as pickers and the server write them: 09:00, 2026-11-26; always Shanghai's. */
const SHANGHAI_MS = 8 * 3_600_000
const there = (at: string | number) => new Date(new Date(at).getTime() + SHANGHAI_MS).toISOString()

/** 09:00:00 of the server → 09:00. */
export const short = (time: string) => time.slice(0, 5)
export const today = (now = Date.now()) => there(now).slice(0, 10)

/** 2026-11 → 2026-11-01 … 2026-11-30. */
export function monthSpan(month: string): { since: string; until: string } {
  const [year, number] = month.split('-').map(Number)
  return { since: `${month}-01`, until: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}

/** The months around this one: `by` later, or earlier when negative. */
export function monthBy(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export const dayBefore = (on: string) => new Date(Date.parse(`${on}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10)

/** 11月, with the year when it is another one. */
export function monthWords(month: string, now = today()): string {
  const [year, number] = month.split('-')
  return `${year === now.slice(0, 4) ? '' : `${year}年`}${Number(number)}月`
}
