/** The next days of a rule, asked for anew a moment after each change; an old answer never overwrites a newer one. */
import { onUnmounted, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

const PAUSE_MS = 400

export function usePreview<T>(ask: () => Promise<T>) {
  const found = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0

  /** From this moment on what was found is old, and `busy` says so. */
  function soon() {
    clearTimeout(timer)
    round++
    busy.value = true
    timer = setTimeout(now, PAUSE_MS)
  }

  async function now() {
    const mine = ++round
    busy.value = true
    try {
      const answer = await ask()
      if (mine !== round) return
      found.value = answer
      problem.value = null
    } catch (error) {
      if (mine === round) problem.value = asProblem(error)
    } finally {
      if (mine === round) busy.value = false
    }
  }

  function forget() {
    clearTimeout(timer)
    round++
    found.value = problem.value = null
    busy.value = false
  }

  onUnmounted(forget)
  return { found, problem, busy, soon, now, forget }
}
