/** Whether the server answers, asked again and again while a page is in sight: it is said before anybody finds out. */
import { onHide, onShow } from '@dcloudio/uni-app'
import { onScopeDispose, ref } from 'vue'
import { BASE } from '@/api/http'
import { watchNetwork } from '@/platform'

const PAUSE_MS = 8000
const PATIENCE_MS = 4000

/** True when our own server answered; a hotel's sign-in page does not count. */
export function probe(): Promise<boolean> {
  return new Promise(done => uni.request({
    url: `${BASE}/healthz`,
    timeout: PATIENCE_MS,
    success: ({ statusCode, data }) => done(statusCode === 200 && (data as { alive?: boolean })?.alive === true),
    fail: () => done(false),
  }))
}

/** `back`: each time the network has come back. */
export function useOnline(back: () => void = () => undefined) {
  const online = ref(true)
  let timer: ReturnType<typeof setInterval> | undefined

  function know(now: boolean) {
    const returned = now && !online.value
    online.value = now
    if (returned) back()
  }

  const look = async () => know(await probe())
  const stopWatching = watchNetwork(connected => (connected ? void look() : know(false)))

  function start() {
    clearInterval(timer)
    timer = setInterval(look, PAUSE_MS)
    void look()
  }
  const stop = () => clearInterval(timer)

  onShow(start)
  onHide(stop)
  onScopeDispose(() => (stop(), stopWatching()))
  /** `know`: from a request that just failed or got through; nobody has to wait for the next look. */
  return { online, know, look }
}
