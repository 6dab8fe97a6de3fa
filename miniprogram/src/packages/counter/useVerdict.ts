/** What fills the screen after a scan or a hand-over: shown, heard, felt, and gone by itself. */
import { onScopeDispose, shallowRef } from 'vue'
import { beep, vibrate } from '@/platform'
import { STAYS, type Verdict } from './verdict'

export function useVerdict() {
  const verdict = shallowRef<Verdict | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let after = () => {}

  /** `then`: when it is gone. */
  function show(next: Verdict, then: () => void = () => undefined) {
    clearTimeout(timer)
    verdict.value = next
    after = then
    beep(next.tone)
    vibrate(next.tone === 'good' ? 'short' : 'long')
    timer = setTimeout(close, STAYS[next.tone])
  }

  function close() {
    clearTimeout(timer)
    verdict.value = null
    after()
    after = () => {}
  }

  onScopeDispose(() => clearTimeout(timer))
  return { verdict, show, close }
}
