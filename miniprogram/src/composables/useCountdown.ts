/** Seconds until something may be done again, counted by the clock: a phone asleep does not stop it. */
import { onScopeDispose, ref } from 'vue'

export function useCountdown() {
  const left = ref(0)
  let until = 0
  let timer: ReturnType<typeof setInterval> | undefined

  function tick() {
    left.value = Math.max(0, Math.ceil((until - Date.now()) / 1000))
    if (left.value === 0) clearInterval(timer)
  }

  function start(seconds: number) {
    until = Date.now() + seconds * 1000
    clearInterval(timer)
    timer = setInterval(tick, 250)
    tick()
  }

  onScopeDispose(() => clearInterval(timer))
  return { left, start }
}
