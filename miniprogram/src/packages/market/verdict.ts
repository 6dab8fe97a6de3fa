/** What the server said to a scan, as it fills the screen: green counts, amber had counted before, red does not count. */
import type { ScanAnswer } from '@/api/presence'
import type { Problem } from '@/api/problem'
import { beep, vibrate } from '@/platform'

export interface Verdict {
  tone: 'good' | 'again' | 'bad'
  /** Instead of 可以, 已经签过, 不行. */
  word?: string
  title: string
  lines: string[]
  /** Of the server; null when there was none. */
  answer: ScanAnswer | null
  offline?: boolean
}

const TONES = { accepted: 'good', already: 'again', refused: 'bad' } as const
/** Checked out, but never in: nothing is credited until it is asked for. */
const NO_CHECK_IN = 'no_check_in'

export function verdictOf(answer: ScanAnswer): Verdict {
  const lines = [answer.session_title ?? '', answer.words].filter(Boolean)
  if (answer.status === 'accepted' && answer.code === NO_CHECK_IN) return { tone: 'again', word: '还差一步', title: answer.title, lines, answer }
  return { tone: TONES[answer.status as keyof typeof TONES], title: answer.title, lines: answer.status === 'refused' ? [answer.words] : lines, answer }
}

/** No answer, or one of the road's own: too many tries, signed out. */
export function verdictOfProblem(problem: Problem): Verdict {
  if (problem.code !== 'offline') return { tone: 'bad', title: problem.title, lines: [problem.detail], answer: null }
  const lines = ['请连上网再扫，或者请门口的工作人员扫您的码、找您的名字。']
  return { tone: 'bad', word: '没有网络', title: '没有签上', lines, answer: null, offline: true }
}

/** A visit of somebody who could have come to serve. */
export const mayServe = ({ answer }: Verdict, volunteer: boolean) =>
  volunteer && answer?.capacity === 'visit' && answer.direction === 'in' && answer.status !== 'refused'

/** What was missed can be asked for: there was no check-in, or it is too late for one. */
export const mayAsk = ({ answer }: Verdict) => answer?.code === NO_CHECK_IN || answer?.code === 'not_open'

export function makeHeard({ tone }: Verdict): void {
  vibrate(tone === 'good' ? 'short' : 'long')
  beep(tone)
}
