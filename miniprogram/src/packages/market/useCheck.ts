/** Checking in or out by oneself: one scan, its answer, and the same scan once more when it is asked for as duty. */
import { ref, shallowRef } from 'vue'
import { intention } from '@/api/intention'
import type { ScanAnswer, ScanForm } from '@/api/presence'
import { asProblem } from '@/api/problem'
import { kept } from '@/stores/kept'
import { makeHeard, type Verdict, verdictOf, verdictOfProblem } from './verdict'

type Known = Pick<ScanForm, 'client_id' | 'capacity' | 'phone_id'>
interface Last {
  what: string
  client_id: string
}

/** `what`: the code, or the digits with their session. The same one sent again is the same scan: an answer that was lost, or a
    page that was opened anew, counts nothing twice. */
export function useCheck() {
  const verdict = shallowRef<Verdict | null>(null)
  const busy = ref(false)
  const phone = kept('phone-id', '')
  const last = kept<Last | null>('last-scan', null)
  /** At which session somebody said that they came to serve: their next scan there says so, too. */
  const serves = kept('serves-at', 0)
  if (!phone.value) phone.value = intention()

  function idOf(what: string): string {
    if (last.value?.what !== what) last.value = { what, client_id: intention() }
    return last.value!.client_id
  }

  async function check(what: string, sessionId: number, scan: (known: Known) => Promise<ScanAnswer>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const capacity = serves.value && serves.value === sessionId ? 'duty' : undefined
      verdict.value = verdictOf(await scan({ client_id: idOf(what + (capacity ?? '')), capacity, phone_id: phone.value }))
      if (verdict.value.answer?.capacity === 'duty') serves.value = 0
    } catch (error) {
      verdict.value = verdictOfProblem(asProblem(error))
    } finally {
      busy.value = false
    }
    makeHeard(verdict.value!)
  }

  function serve(sessionId: number) {
    serves.value = sessionId
    verdict.value = null
  }

  return { verdict, busy, check, serve }
}
