/** One thing on a page: found by its id, loading, failed, opened again. What was on the screen stays when the network is gone. */
import { shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

export function useOne<T>(fetch: () => Promise<T>) {
  const one = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)

  async function load() {
    try {
      one.value = await fetch()
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  return { one, problem, load }
}
