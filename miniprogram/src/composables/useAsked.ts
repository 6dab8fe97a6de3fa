/** While somebody stands at a counter with their phone in hand: as soon as the counter asks for their yes, the question opens. */
import { lookForAsked } from '@/api/asked'
import { go, orderPage } from '@/places'
import { vibrate } from '@/platform'
import { useSession } from '@/stores/session'
import { usePolling } from './usePolling'

const PAUSE_MS = 4000

export function useAsked() {
  const session = useSession()
  /** Each is opened once: whoever went back has seen it. */
  let opened = 0

  usePolling(async () => {
    if (!session.signedIn) return
    const order = await lookForAsked().catch(() => undefined)
    if (!order || order.id === opened) return
    opened = order.id
    vibrate('long')
    go(orderPage(order.id))
  }, PAUSE_MS)
}
