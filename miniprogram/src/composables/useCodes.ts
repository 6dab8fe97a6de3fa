/** Codes that change by themselves, from those the server gave ahead: a short gap in the network is no gap. Counted by
 * elapsed time, so that it does not matter what the phone's clock says. */
import { onHide, onShow } from '@dcloudio/uni-app'
import { computed, onScopeDispose, ref, type ShallowRef, shallowRef } from 'vue'
import type { components } from '@/api/contract'
import { asProblem, type Problem } from '@/api/problem'
import { elapsed } from '@/platform'

/** Of a door, of a person, of a voucher. */
export type Codes = Pick<components['schemas']['CodesView'], 'step' | 'seconds_left'> & { items: { link: string }[] }

const TICK_MS = 250

/** Which of them holds now, and for how many seconds. They came at `since`, at the latest: a code shown a moment late still
 * holds, one shown early does not. */
export function codeAt<C extends Codes>({ step, seconds_left, items }: C, since: number, now: number) {
  const gone = (now - since) / 1000 + step - seconds_left
  const place = Math.floor(gone / step)
  return { code: (items[place] as C['items'][number]) ?? null, left: Math.max(0, Math.ceil(step - (gone % step))), ahead: Math.max(0, Math.round(items.length * step - gone)) }
}

/** `every`: after how many seconds they are asked for again, as long as the page is in sight. */
export function useCodes<C extends Codes>(ask: () => Promise<C>, every = 10) {
  const codes = shallowRef<C | null>(null) as ShallowRef<C | null>
  const problem = shallowRef<Problem | null>(null)
  const now = ref(elapsed())
  let since = 0
  let askedAt = 0
  let asking = false
  let timer: ReturnType<typeof setInterval> | undefined

  const shown = computed(() => (codes.value ? codeAt(codes.value, since, now.value) : null))
  const ranOut = computed(() => !!shown.value && !shown.value.code)
  const offline = computed(() => problem.value?.code === 'offline')

  async function renew() {
    if (asking) return
    asking = true
    askedAt = elapsed()
    try {
      const found = await ask()
      since = now.value = elapsed()
      codes.value = found
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      asking = false
    }
  }

  function tick() {
    now.value = elapsed()
    if (now.value - askedAt >= every * 1000) void renew()
  }

  function start() {
    stop()
    timer = setInterval(tick, TICK_MS)
    void renew()
  }
  const stop = () => clearInterval(timer)

  onShow(start)
  onHide(stop)
  onScopeDispose(stop)
  return { codes, shown, ranOut, offline, problem, renew }
}
