/** A list that grows page by page (keyset cursor), with its loading, empty, failed and more states. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

export interface Page<T> {
  items: T[]
  next: string | null
}
export type ListState = 'loading' | 'empty' | 'failed' | 'ready'

export function useList<T>(fetch: (cursor?: string) => Promise<Page<T>>) {
  const items = ref([]) as Ref<T[]>
  const next = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const known = ref(false)
  let round = 0

  const state = computed<ListState>(() => {
    if (items.value.length) return 'ready'
    if (problem.value) return 'failed'
    return known.value && !loading.value ? 'empty' : 'loading'
  })
  const more = computed(() => next.value !== null)

  /** From the top. What was on the screen stays until the new page is here. */
  const reload = () => load(undefined, page => (items.value = page.items))

  async function loadMore() {
    if (loading.value || next.value === null) return
    await load(next.value, page => items.value.push(...page.items))
  }

  /** A slow answer to an old question must not overwrite a newer one. */
  async function load(cursor: string | undefined, take: (page: Page<T>) => void) {
    const mine = ++round
    loading.value = true
    problem.value = null
    try {
      const page = await fetch(cursor)
      if (mine !== round) return
      take(page)
      next.value = page.next
      known.value = true
    } catch (error) {
      if (mine === round) problem.value = asProblem(error)
    } finally {
      if (mine === round) loading.value = false
    }
  }

  return { items, state, problem, loading, more, reload, loadMore }
}
