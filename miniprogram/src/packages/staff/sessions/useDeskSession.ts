/** One session on the desk: itself, its stalls, who comes by car; loaded, failed, replaced by what a step answered. */
import { ref, shallowRef } from 'vue'
import { listStalls, listVisits, type Stall } from '@/api/markets'
import { asProblem, type Problem } from '@/api/problem'
import { type DeskSession, showSession } from '@/api/stage'

export function useDeskSession() {
  const session = shallowRef<DeskSession | null>(null)
  const stalls = shallowRef<Stall[]>([])
  /** Names of vehicles that are planned for it. */
  const coming = shallowRef<string[]>([])
  const problem = shallowRef<Problem | null>(null)
  const id = ref(0)

  async function open(next: number) {
    if (next !== id.value) close()
    id.value = next
    problem.value = null
    try {
      const found = await showSession(next)
      const parts = await partsOf(found)
      if (id.value !== next) return
      session.value = found
      ;[stalls.value, coming.value] = parts
    } catch (error) {
      if (id.value === next) problem.value = asProblem(error)
    }
  }

  function close() {
    id.value = 0
    session.value = problem.value = null
    stalls.value = coming.value = []
  }

  const reload = () => open(id.value)

  return { session, stalls, coming, problem, id, open, close, reload }
}

async function partsOf({ id, kind, on, area_id }: DeskSession): Promise<[Stall[], string[]]> {
  if (kind !== 'market') return [[], []]
  const [stalls, visits] = await Promise.all([listStalls(id), listVisits({ area_id, since: on, until: on })])
  const here = visits.items.filter(one => one.session_id === id && !one.called_off)
  return [stalls.items, here.map(one => one.vehicle_name)]
}
