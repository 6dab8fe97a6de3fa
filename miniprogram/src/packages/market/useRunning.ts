/** Sessions at which one can check in now: one's own first, then those around one's home. */
import { shallowRef } from 'vue'
import { listSessions, type SessionCard } from '@/api/occasions'
import { asProblem, type Problem } from '@/api/problem'
import { useSession } from '@/stores/session'
import { shanghaiDay } from '@/words'

export function useRunning() {
  const session = useSession()
  const running = shallowRef<SessionCard[] | null>(null)
  const problem = shallowRef<Problem | null>(null)

  async function load() {
    const today = shanghaiDay(new Date())
    const day = { since: today, until: today, limit: 50 }
    try {
      const [mine, near] = await Promise.all([listSessions({ ...day, mine: true }), listSessions({ ...day, area_id: session.me?.estate?.id })])
      running.value = openOnes([...mine.items, ...near.items])
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  return { running, problem, load }
}

/** Each once, in the order in which they came. */
export function openOnes(cards: SessionCard[]): SessionCard[] {
  return cards.filter((card, i) => card.checks_open && cards.findIndex(one => one.id === card.id) === i)
}
