/** A button's deed: busy while it runs, a Problem becomes field errors or words, nothing typed is lost. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { intention } from '@/api/intention'
import { asProblem, type Problem, refuse } from '@/api/problem'
import { useNotice } from '@/stores/notice'
import { showFirstWrong } from './useWrong'

type Errors = Record<string, string>

interface Options {
  /** The key of a draft, when the intention has to survive a restart. */
  key?: Ref<string>
  /** How to tell the person; by default a message that stays until it is read. */
  tell?: (problem: Problem) => void
  /** What still has to be said before it is worth asking the server, field by field. Told after the first try only,
      and gone as soon as it is mended. */
  missing?: () => Errors
}

export function useAction<A extends unknown[], R>(run: (key: string, ...args: A) => Promise<R>, options: Options = {}) {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const refused = ref<Errors>({})
  const tried = ref(false)
  const key = options.key ?? ref(intention())
  const tell = options.tell ?? say
  const errors = computed<Errors>(() => ({ ...refused.value, ...(tried.value ? options.missing?.() : {}) }))

  /** The result, or undefined when it was refused (and told). A second tap while busy does nothing. */
  async function act(...args: A): Promise<R | undefined> {
    if (busy.value) return undefined
    if (!whole()) return point()
    busy.value = true
    problem.value = null
    try {
      return await send(args)
    } finally {
      busy.value = false
    }
  }

  function whole(): boolean {
    refused.value = {}
    tried.value = true
    return Object.keys(errors.value).length === 0
  }

  /** Before a question is asked twice: whether nothing is missing. If something is, the person is led to it. */
  function complete(): boolean {
    if (!whole()) void point()
    return Object.keys(errors.value).length === 0
  }

  async function send(args: A): Promise<R | undefined> {
    try {
      const result = await run(key.value, ...args)
      key.value = intention()
      tried.value = false
      return result
    } catch (error) {
      await fail(asProblem(error))
      return undefined
    }
  }

  async function fail(found: Problem) {
    problem.value = found
    refused.value = Object.fromEntries(Object.entries(found.problems).map(([field, said]) => [field, [...new Set(said)].join('；')]))
    // The first try got through and its answer was lost; what is on the screen now is something else.
    if (found.code === 'key_reused') key.value = intention()
    if (Object.keys(refused.value).length) await point(found.title)
    else tell(found)
  }

  /** To the first wrong field; where no field shows what is wrong, it is said. */
  async function point(title = '还差一点'): Promise<undefined> {
    const [first] = Object.values(errors.value)
    if (!(await showFirstWrong()) && first) say(refuse('malformed', title, first))
  }

  /** The form starts afresh: what was wrong with the last try is no longer said. */
  function forget() {
    refused.value = {}
    tried.value = false
    problem.value = null
  }

  return { act, busy, problem, errors, complete, forget }
}

/** What is missing, of what may be missing: `{ name: !form.name && '请写上姓名' }`. */
export const lacks = (found: Record<string, string | false | null | undefined>): Errors =>
  Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => !!pair[1]))

/** The person changed their mind, or the sign-in page opens and speaks for itself. */
const SAID_ELSEWHERE = ['cancelled', 'not_signed_in', 'signed_out', 'token_expired', 'token_invalid', 'must_change_password']

/** A dialogue, not a toast: a toast is gone before an elder has read it. */
export function say(problem: Problem) {
  if (SAID_ELSEWHERE.includes(problem.code)) return
  useNotice().tell(problem.title, problem.detail)
}
