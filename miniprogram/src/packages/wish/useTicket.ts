/** One ticket on a page: loading, failed, and whatever a step made of it. */
import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { showTicket, type Ticket } from '@/api/tickets'

export function useTicket() {
  const ticket = shallowRef<Ticket | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let id = 0

  /** What was on the screen stays there when the network is gone. */
  async function load(which = id) {
    id = which
    busy.value = true
    try {
      ticket.value = await showTicket(id)
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }

  return { ticket, problem, busy, load }
}
