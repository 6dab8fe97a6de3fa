/** Something asked for again and again, as long as the page is in sight. */
import { onHide, onShow } from '@dcloudio/uni-app'
import { onScopeDispose } from 'vue'

/** `ask` runs when the page appears and then after each pause; `needed` says whether it is still worth asking. */
export function usePolling(ask: () => Promise<unknown>, pauseMs: number, needed: () => boolean = () => true) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let inSight = false

  async function round() {
    clearTimeout(timer)
    await ask()
    if (inSight) timer = setTimeout(again, pauseMs)
  }
  const again = () => (needed() ? void round() : (timer = setTimeout(again, pauseMs)))

  function stop() {
    inSight = false
    clearTimeout(timer)
  }

  onShow(() => {
    inSight = true
    void round()
  })
  onHide(stop)
  onScopeDispose(stop)
}
