/** What a page of the desk does each time it is seen from the desk: opened, come back to, or after changing the face. */
import { onShow } from '@dcloudio/uni-app'
import { watch } from 'vue'
import { useSession } from '@/stores/session'

export function useAtDesk(seen: () => void) {
  const session = useSession()
  const atDesk = () => session.signedIn && session.desk === 'staff'

  onShow(() => {
    if (atDesk()) seen()
  })
  watch(atDesk, now => {
    if (now) seen()
  })
}
