/** One order, asked for again while something may happen to it elsewhere: at the counter, or by the clock. */
import { ref } from 'vue'
import { OrderState } from '@/api/flows'
import { type Order, showOrder } from '@/api/shop'
import { has } from '@/api/traits'
import { useOne } from '@/composables/useOne'
import { usePolling } from '@/composables/usePolling'
import { useSession } from '@/stores/session'

const PAUSE_MS = 4000

/** `done`: it was still open when last seen, and is not any more. */
export function useOrder(done: (order: Order) => void = () => undefined) {
  const session = useSession()
  const id = ref(0)
  const { one: order, problem, load: fetch } = useOne(() => showOrder(id.value))
  const open = () => !!order.value && isOpen(order.value)

  async function load() {
    if (!session.signedIn || !id.value) return
    const waited = open()
    await fetch()
    if (waited && order.value && !open()) done(order.value)
  }

  usePolling(load, PAUSE_MS, () => !order.value || open())
  return { id, order, problem, load }
}

export const isOpen = ({ state }: Pick<Order, 'state'>) => has(OrderState, state, 'open')
