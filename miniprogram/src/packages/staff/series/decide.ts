/** What becomes of the sessions somebody signed up for when their series changes: each is kept or called off. */
import type { ChangePlan, Touched } from '@/api/series'

export type Decisions = Record<number, 'keep' | 'off'>

export const undecided = (asked: Pick<Touched, 'id'>[], decisions: Decisions) => asked.filter(one => !decisions[one.id])

/** Only what is asked now: another rule may touch other sessions. */
export function decided(asked: Pick<Touched, 'id'>[], decisions: Decisions) {
  const which = (what: 'keep' | 'off') => asked.filter(one => decisions[one.id] === what).map(one => one.id)
  return { keep_ids: which('keep'), call_off_ids: which('off') }
}

/** 3 人报名，2 人取号 */
export const whoWords = ({ signed_up, numbers }: Pick<Touched, 'signed_up' | 'numbers'>) =>
  [signed_up && `${signed_up} 人报名`, numbers && `${numbers} 人取号`].filter(Boolean).join('，')

export const changesNothing = ({ added, again, moved, dropped, asked }: ChangePlan) => added.length + again.length + moved.length + dropped.length + asked.length === 0
