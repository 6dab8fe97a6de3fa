/** From an answer to what fills the screen: tone, who, and what it means. */
import type { ScanAnswer } from '@/api/presence'
import type { Problem } from '@/api/problem'
import type { Sound } from '@/platform'

export interface Verdict {
  tone: 'good' | 'again' | 'bad' | 'kept'
  /** Instead of the tone's own word. */
  word?: string
  title: string
  lines: string[]
}

/** How long it stays, ms; what went wrong stays until it is read, but not for ever. */
export const STAYS: Record<Verdict['tone'], number> = { good: 1000, kept: 1400, again: 1800, bad: 5000 }
export const SOUNDS: Record<Verdict['tone'], Sound> = { good: 'good', kept: 'good', again: 'again', bad: 'bad' }

export function verdictOf(answer: ScanAnswer, post = ''): Verdict {
  const { status, code, title, words, person_name } = answer
  if (status === 'refused') return { tone: 'bad', title, lines: [person_name, words].filter((one): one is string => !!one) }
  const lines = [code ? title : '', words, post].filter(one => one)
  const tone = status === 'already' || code ? 'again' : 'good'
  return { tone, word: code ? '请留意' : undefined, title: person_name ?? '', lines }
}

/** There is no field here that could stand in red: what is wrong with it is said in words. */
export const wentWrong = ({ title, detail, problems }: Problem): Verdict => {
  const said = Object.values(problems ?? {}).flat()
  return { tone: 'bad', title, lines: said.length ? said : [detail] }
}
