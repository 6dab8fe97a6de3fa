/** A refused form leads to what is wrong: the first wrong field comes into sight, with the cursor in it. */
import { nextTick, onScopeDispose, watch } from 'vue'

interface Field {
  /** How many pages lay on top of each other when it came: what a page below has wrong waits there. */
  page: number
  /** Fields come in the order of the page; what only repeats their words comes last. */
  place: number
  attend?: () => void
}

const wrong = new Set<Field>()
let came = 0

const depth = () => getCurrentPages().length

/** For whatever holds one answer: `error` says what is wrong with it, `attend` shows it to the person. Without it the words are
    in sight anyway. */
export function useWrong(error: () => string | undefined, attend?: () => void) {
  const field: Field = { page: depth(), place: attend ? came++ : Infinity, attend }
  watch(error, said => (said ? wrong.add(field) : wrong.delete(field)), { immediate: true })
  onScopeDispose(() => wrong.delete(field))
}

/** False when nothing on this page says what is wrong: then it has to be said in another way. */
export async function showFirstWrong(): Promise<boolean> {
  await nextTick() // the words have to be on the page first
  const [first] = [...wrong].filter(({ page }) => page === depth()).sort((a, b) => a.place - b.place)
  first?.attend?.()
  return !!first
}
