/** A refused form leads to what is wrong: the first wrong field comes into sight, with the cursor in it. */
import { getCurrentInstance, nextTick, onScopeDispose, watch } from 'vue'
import { topOf } from '@/platform'

interface Field {
  /** How many pages lay on top of each other when it came: what a page below has wrong waits there. */
  page: number
  /** Where it stands now: what came later may stand further up. What only repeats words of others comes last. */
  top: () => Promise<number>
  attend?: () => void
}

const wrong = new Set<Field>()

const depth = () => getCurrentPages().length

/** For whatever holds one answer: `error` says what is wrong with it, `attend` shows it to the person. Without it the words are
    in sight anyway. */
export function useWrong(error: () => string | undefined, attend?: () => void, top = whereIAm()) {
  const field: Field = { page: depth(), top: attend ? top : async () => Infinity, attend }
  watch(error, said => (said ? wrong.add(field) : wrong.delete(field)), { immediate: true })
  onScopeDispose(() => wrong.delete(field))
}

function whereIAm() {
  const part = getCurrentInstance()?.proxy
  return async () => (part ? topOf(part, '.jl-field') : 0)
}

/** False when nothing on this page says what is wrong: then it has to be said in another way. */
export async function showFirstWrong(): Promise<boolean> {
  await nextTick() // the words have to be on the page first
  const here = [...wrong].filter(({ page }) => page === depth())
  const tops = await Promise.all(here.map(field => field.top()))
  const first = here[tops.indexOf(Math.min(...tops))]
  first?.attend?.()
  return !!first
}
