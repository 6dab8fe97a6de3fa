/** One session on the desk: itself and its stalls; loaded, failed, replaced by what a step answered. */
import { ref, shallowRef } from 'vue'
import { listStalls, type Stall } from '@/api/markets'
import { asProblem, type Problem } from '@/api/problem'
import { type DeskSession, showSession } from '@/api/stage'

export function useDeskSession() {
  const session = shallowRef<DeskSession | null>(null)
  const stalls = shallowRef<Stall[]>([])
  const problem = shallowRef<Problem | null>(null)
  const id = ref(0)

  async function open(next: number) {
    if (next !== id.value) close()
    id.value = next
    problem.value = null
    try {
      const found = await showSession(next)
      const { items } = found.kind === 'market' ? await listStalls(next) : { items: [] }
      if (id.value !== next) return
      session.value = found
      stalls.value = items
    } catch (error) {
      if (id.value === next) problem.value = asProblem(error)
    }
  }

  function close() {
    id.value = 0
    session.value = problem.value = null
    stalls.value = []
  }

  const reload = () => open(id.value)

  return { session, stalls, problem, id, open, close, reload }
}
