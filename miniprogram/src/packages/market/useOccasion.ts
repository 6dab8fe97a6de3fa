/** One session on a page: found by its number or its poster, loading, failed, and asked for again while somebody waits there. */
import { computed, shallowRef } from 'vue'
import { NumberState } from '@/api/flows'
import { findSession, type Session, showSession } from '@/api/occasions'
import { asProblem, type Problem } from '@/api/problem'
import { has } from '@/api/traits'
import { usePolling } from '@/composables/usePolling'
import { remember } from './known'

const PAUSE_MS = 15_000

export function useOccasion() {
  const occasion = shallowRef<Session | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let id = 0
  let token = ''

  const begin = (query: Record<string, string | undefined> = {}) => ([id, token] = [Number(query.id) || 0, query.token ?? ''])

  /** What was on the screen stays there when the network is gone. */
  async function load() {
    try {
      if (!id) id = (await findSession(token)).session_id
      occasion.value = await showSession(id)
      problem.value = null
      remember(occasion.value)
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  const queueing = computed(() => !!occasion.value?.my_numbers.some(({ state }) => has(NumberState, state, 'live')) && occasion.value.checks_open)
  usePolling(load, PAUSE_MS, () => queueing.value)

  return { occasion, problem, begin, load }
}
