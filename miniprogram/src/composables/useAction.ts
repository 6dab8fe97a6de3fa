/** A button's deed: busy while it runs, a Problem becomes field errors or words, nothing typed is lost. */
import { ref, shallowRef, type Ref } from 'vue'
import { intention } from '@/api/intention'
import { asProblem, type Problem } from '@/api/problem'

interface Options {
  /** The key of a draft, when the intention has to survive a restart. */
  key?: Ref<string>
  /** How to tell the person; by default a message that stays until it is read. */
  tell?: (problem: Problem) => void
}

export function useAction<A extends unknown[], R>(run: (key: string, ...args: A) => Promise<R>, options: Options = {}) {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const errors = ref<Record<string, string>>({})
  const key = options.key ?? ref(intention())
  const tell = options.tell ?? say

  /** The result, or undefined when it was refused (and told). A second tap while busy does nothing. */
  async function act(...args: A): Promise<R | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    errors.value = {}
    try {
      const result = await run(key.value, ...args)
      key.value = intention()
      return result
    } catch (error) {
      fail(asProblem(error))
      return undefined
    } finally {
      busy.value = false
    }
  }

  function fail(found: Problem) {
    problem.value = found
    errors.value = Object.fromEntries(Object.entries(found.problems).map(([field, said]) => [field, [...new Set(said)].join('；')]))
    // The first try got through and its answer was lost; what is on the screen now is something else.
    if (found.code === 'key_reused') key.value = intention()
    if (Object.keys(errors.value).length === 0) tell(found)
  }

  return { act, busy, problem, errors }
}

/** The person changed their mind, or the sign-in page opens and speaks for itself. */
const SAID_ELSEWHERE = ['cancelled', 'not_signed_in', 'signed_out', 'token_expired', 'token_invalid']

/** A dialogue, not a toast: a toast is gone before an elder has read it. */
function say(problem: Problem) {
  if (SAID_ELSEWHERE.includes(problem.code)) return
  uni.showModal({ title: problem.title, content: problem.detail, showCancel: false, confirmText: '知道了' })
}
