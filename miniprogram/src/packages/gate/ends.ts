/** What may come of a number: the stall's own words, or, in a line without a stall, 办好了 and 没办成. */
import type { QueueNumber } from '@/api/occasions'
import type { Outcome } from '@/api/queue'

export interface End {
  step: 'serve' | 'fail'
  label: string
  outcome?: string
  /** A reason is asked for. */
  why: boolean
  danger: boolean
}

/** Only what the server offers for this number. Of a silent stall (义诊) nothing is kept but that somebody was served. */
export function endsOf({ actions }: QueueNumber, outcomes: Outcome[], silent: boolean): End[] {
  const label = (step: string) => actions.find(one => one.action === step)?.label
  const own = outcomes.map(({ outcome, label, served, why }): End => ({ step: served ? 'serve' : 'fail', label, outcome, why, danger: !served }))
  const plain = (['serve', 'fail'] as const).map((step): End => ({ step, label: label(step) ?? '', why: step === 'fail', danger: step === 'fail' }))
  const ends = own.length ? own : plain
  return ends.filter(({ step }) => !!label(step) && (!silent || step === 'serve'))
}

/** What it may be corrected to: any word of the stall, whatever it was. */
export function choicesOf(outcomes: Outcome[], silent: boolean): End[] {
  if (silent) return [...outcomes.map(({ outcome, label }): End => ({ step: 'serve', label, outcome, why: false, danger: false })), { step: 'fail', label: '没办成', why: false, danger: true }]
  if (!outcomes.length) return [{ step: 'serve', label: '办好了', outcome: 'served', why: false, danger: false }, { step: 'fail', label: '没办成', outcome: 'not_served', why: true, danger: true }]
  return outcomes.map(({ outcome, label, served, why }) => ({ step: served ? 'serve' : 'fail', label, outcome, why, danger: !served }))
}
