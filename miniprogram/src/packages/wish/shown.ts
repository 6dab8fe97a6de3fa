/** A ticket's parts as the page shows them; the words are the server's. */
import { TICKET_FLOW, TicketState } from '@/api/flows'
import type { InvolvedTicket, Ticket, TicketFile } from '@/api/tickets'
import type { Step } from '@/components/jl-lifeline/jl-lifeline.vue'
import { shortDay, when } from '@/words'

const DONE = 3
const RATED = 4

export const has = (state: Ticket['state'], trait: string) => (TicketState[state].traits as readonly string[]).includes(trait)

/** What ended without being done has no stations ahead: the last one says how it ended. */
export function stepsOf({ lifeline, state, state_label }: Ticket): Step[] {
  const steps = lifeline.map(({ word, words, at, reached }) => ({ word, what: words, when: at ? when(at) : '', next: !reached }))
  const cutShort = has(state, 'closed') && !has(state, 'rated') && !has(state, 'callback')
  if (cutShort) return [...steps.filter(step => !step.next), { word: '结果', what: state_label }]
  const reached = steps.map(step => !step.next).lastIndexOf(true) // what was answered on the spot was never sent to anybody
  return steps.filter((step, i) => !step.next || i > reached)
}

/** The two keys, in words (the hour is in the line of life); empty while a key is not turned. */
export function keysOf({ lifeline, reopens }: InvolvedTicket): { first: string; second: string; said: string; again: boolean } {
  const turned = (place: number) => (lifeline[place].at ? shortDay(lifeline[place].at!) : '')
  return { first: turned(DONE), second: turned(RATED), said: lifeline[RATED].words, again: reopens > 0 }
}

/** Somebody has it: only then two keys mean something. */
export const inHand = ({ lifeline }: Ticket) => lifeline[DONE - 1].reached

export const pictures = (files: TicketFile[], purpose: string) =>
  files.filter(file => file.kind === 'picture' && file.purpose === purpose)
export const voices = (files: TicketFile[]) => files.filter(file => file.kind === 'voice')

/** What the resident was asked, while the ticket waits for the answer: the words that came with the step. */
export function question({ state, timeline }: InvolvedTicket): string {
  if (state !== 'waiting') return ''
  const asked = timeline.findIndex(event => event.words === TICKET_FLOW.ask.label)
  return timeline[asked - 1]?.words ?? ''
}
