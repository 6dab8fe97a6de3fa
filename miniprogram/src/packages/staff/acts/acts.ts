/** How each step is taken at the desk: through which form, and where its button stands. Whether it is allowed, and
 * what the button says, comes from the server. */
import type { Action, Assignment, Part, Ticket } from '@/api/desk'

export type Door = 'words' | 'screen' | 'dispatch' | 'triage' | 'claims' | 'reason' | 'transfer' | 'merge' | 'call_back' | 'rate' | 'part' | 'add_part' | 'paper' | 'extend' | 'judge' | 'plain'

/** A step somebody chose; of a joint slip, about whose share. */
export interface Acting extends Action {
  part?: Part | Assignment
}

const DOORS: Record<string, Door> = {
  screen: 'screen', dispatch: 'dispatch', triage: 'triage', confirm_claim: 'claims', merge: 'merge',
  cannot_do: 'reason', hand_over: 'reason', transfer: 'transfer', call_back: 'call_back', rate: 'rate',
  answer: 'words', finish: 'words', note: 'words', reply: 'words', ask: 'words', bounce: 'words',
  accept_part: 'part', bounce_part: 'part', finish_part: 'part', drop_part: 'part', add_part: 'add_part', by_paper: 'paper',
  ask_extension: 'extend', approve_extension: 'judge', decline_extension: 'judge',
  hand_back: 'words', release: 'words', take_down: 'words', contest: 'words', recall: 'words',
}

/** Most likely first. What is not named stands behind these. */
const LIKELY = ['accept', 'approve_extension', 'screen', 'confirm_claim', 'finish', 'rate', 'reply', 'dispatch', 'call_back', 'answer', 'ask', 'note', 'add_part', 'ask_extension', 'triage']
/** What takes it out of these hands or ends it: last, and asked twice. */
const ENDS = ['recall', 'merge', 'transfer', 'hand_over', 'bounce', 'release', 'hand_back', 'take_down', 'cannot_do', 'withdraw']
/** Red: a resident loses something by it. */
const GRAVE = ['take_down', 'cannot_do', 'withdraw']

/** Two buttons of the server that are one form here: both answers are in it. */
const PAIRS: Record<string, Action> = {
  confirm: { action: 'rate', label: '记录居民的评价' },
  reopen: { action: 'rate', label: '记录居民的评价' },
  confirm_claim: { action: 'confirm_claim', label: '看看谁想认领' },
  decline_claim: { action: 'confirm_claim', label: '看看谁想认领' },
  approve_extension: { action: 'approve_extension', label: '看延期申请' },
  decline_extension: { action: 'approve_extension', label: '看延期申请' },
}

export const doorOf = (action: string): Door => DOORS[action] ?? 'plain'
/** Who has something to do with it is told what; whoever only watches over it is not. */
export const isMine = (ticket: Ticket) => ticket.audience !== 'staff' || ticket.my_claim_label !== null
export const isEnd = (action: string) => ENDS.includes(action)
/** Whoever telephones now asks whether it is good. */
export const callsBack = (ticket: Ticket) => ticket.actions.some(one => one.action === 'call_back')
export const isGrave = (action: string) => GRAVE.includes(action)

export interface Buttons {
  /** What this ticket waits for at this desk; none when it waits for somebody else. */
  first?: Action
  likely: Action[]
  ends: Action[]
}

/** `mine`: it is in this person's hands. For others' work, 办好了 is only written down when they report on paper. */
export function buttonsOf(actions: Action[], mine = true): Buttons {
  const rank = ({ action }: Action) => (action === 'finish' && !mine ? LIKELY.length : placeOf(action))
  const paired = actions.map(one => PAIRS[one.action] ?? one)
  const once = paired.filter((one, i) => paired.findIndex(other => other.action === one.action) === i)
  const likely = once.filter(one => !isEnd(one.action)).sort((a, b) => rank(a) - rank(b))
  const first = likely.find(one => rank(one) <= LIKELY.indexOf('answer'))
  return { first, likely, ends: once.filter(one => isEnd(one.action)).sort((a, b) => ENDS.indexOf(a.action) - ENDS.indexOf(b.action)) }
}

function placeOf(action: string): number {
  const place = LIKELY.indexOf(action)
  return place < 0 ? LIKELY.length : place
}
