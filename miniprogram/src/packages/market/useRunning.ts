/** Sessions at which one can check in now: one's own first, then those around one's home; where there are none, all. */
import { ref, shallowRef } from 'vue'
import { listSessions, type SessionCard } from '@/api/occasions'
import { asProblem, type Problem } from '@/api/problem'
import { useSession } from '@/stores/session'

export function useRunning() {
  const session = useSession()
  const running = shallowRef<SessionCard[]>([])
  const asked = ref(false)
  const everywhere = ref(false)
  const problem = shallowRef<Problem | null>(null)

  /** `wide`: somebody stands elsewhere. */
  async function load(wide = false) {
    const now = { running: true, limit: 50 }
    try {
      const [mine, near] = await Promise.all([listSessions({ ...now, mine: true }), listSessions({ ...now, area_id: wide ? undefined : home() })])
      const found = openOnes([...mine.items, ...near.items])
      if (!found.length && !wide && home()) return await load(true)
      everywhere.value = wide || !home()
      running.value = found
      asked.value = true
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  const home = () => session.me?.estate?.id

  return { running, asked, everywhere, problem, load }
}

/** Each once, in the order in which they came. */
export function openOnes(cards: SessionCard[]): SessionCard[] {
  return cards.filter((card, i) => card.checks_open && cards.findIndex(one => one.id === card.id) === i)
}
