/** What a state means for a page, from the generated flows: nobody lists states by hand. */
import { NumberState, SessionState } from './flows'
import type { QueueNumber } from './occasions'

type States = Record<string, { readonly label: string; readonly traits: readonly string[] }>

export const has = <S extends States>(states: S, state: keyof S, trait: string) => states[state].traits.includes(trait)

/** A number that may still be called: of a day that is over none is, whatever its state was then. */
export const stillWaits = ({ state, session_state }: Pick<QueueNumber, 'state' | 'session_state'>) =>
  has(NumberState, state, 'live') && !has(SessionState, session_state, 'over')
