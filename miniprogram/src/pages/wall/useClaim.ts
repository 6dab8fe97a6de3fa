/** Claiming from a card or a ticket: first said what happens, then done once. */
import { computed, shallowRef } from 'vue'
import type { Action, Ticket } from '@/api/tickets'
import { claimWish } from '@/api/wishes'
import { useAction } from '@/composables/useAction'

/** What one has to know of a wish before claiming it. */
export interface Claimable {
  id: number
  title: string
  guarded: boolean
}

const CLAIMS = ['claim', 'join', 'ask_to_claim']

/** The server offers one of three; all of them go through the same door. */
export const claimIn = (actions: Action[]) => actions.find(one => CLAIMS.includes(one.action))

export function useClaim(done: (ticket: Ticket) => void, changed: () => void) {
  const asked = shallowRef<(Claimable & { label: string }) | null>(null)
  const { act, busy, problem } = useAction((key, id: number) => claimWish(id, key))

  function ask(wish: Claimable, action: Action) {
    asked.value = { id: wish.id, title: wish.title, guarded: wish.guarded, label: action.label }
  }

  /** Somebody may have been faster: then the list shows it. */
  async function confirm() {
    if (!asked.value) return
    const ticket = await act(asked.value.id)
    asked.value = null
    if (ticket) done(ticket)
    else if (problem.value?.status === 409) changed()
  }

  return { asked: computed(() => asked.value), busy, ask, confirm, drop: () => (asked.value = null) }
}
