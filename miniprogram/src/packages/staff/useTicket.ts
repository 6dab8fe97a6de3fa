/** One ticket on the screen: loaded, failed, replaced by what a step answered. */
import { ref, shallowRef } from 'vue'
import { showTicket, type Ticket } from '@/api/desk'
import { asProblem, type Problem } from '@/api/problem'

export function useTicket() {
  const ticket = shallowRef<Ticket | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const id = ref(0)

  async function open(next: number) {
    if (next !== id.value) ticket.value = null
    id.value = next
    problem.value = null
    try {
      const found = await showTicket(next)
      if (id.value === next) ticket.value = found
    } catch (error) {
      if (id.value === next) problem.value = asProblem(error)
    }
  }

  const reload = () => open(id.value)
  const close = () => {
    id.value = 0
    ticket.value = problem.value = null
  }
  const put = (after: Ticket) => (ticket.value = after)

  return { ticket, problem, id, open, reload, close, put }
}
