/** What the screening form sends: tapped tests as flags, numbers as numbers, nothing that was left empty. */
import { said } from './useAct'

export interface Screening {
  text: string
  tests: string[]
  headline: string
  need: string
  effort: string
  hoped: string
  category_id: string
  group: string
  urgency: string
  difficulty: string
  helpers_needed: string
}

/** What the card holds of when it suits them. */
export const SHORT = 16
const TESTS = ['small', 'wide', 'doable', 'useful']

export function screenForm({ tests, category_id, helpers_needed, ...words }: Screening): object {
  return {
    ...said(words),
    ...Object.fromEntries(TESTS.map(test => [test, tests.includes(test)])),
    category_id: Number(category_id),
    helpers_needed: Number(helpers_needed),
  }
}

/** As it stood on the wall before, else what the resident said: cut short it would say something else. */
export function hopedFor({ hoped_for, hoped }: { hoped_for: string; hoped: string | null }): string {
  return hoped_for || (hoped && hoped.length <= SHORT ? hoped : '')
}
