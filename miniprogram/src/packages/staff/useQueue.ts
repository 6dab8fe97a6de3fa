/** The desk's queue: counts that are filters, other filters, and the rows, due first. */
import { reactive, ref, shallowRef, watch } from 'vue'
import { countQueue, type Counts, listQueue, type QueueRow } from '@/api/desk'
import { useList } from '@/composables/useList'
import { kept } from '@/stores/kept'

const PAUSE_MS = 400

export function useQueue() {
  const counts = shallowRef<Counts | null>(null)
  const lastView = kept('queue-view', 'all')
  const filters = reactive({ view: lastView.value, kind: '', category_id: '', area_id: '', q: '' })
  const list = useList<QueueRow>(cursor => listQueue({ ...asked(filters), cursor }))
  /** Counts the answers to a new question. */
  const answers = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Counts only help to choose: without them the queue still works. */
  async function recount() {
    counts.value = await countQueue().catch(() => counts.value)
  }

  const refresh = () => Promise.all([list.reload(), recount()])

  watch(() => filters.view, view => (lastView.value = view))
  watch(() => [filters.view, filters.kind, filters.category_id, filters.area_id], renew)
  watch(() => filters.q, () => {
    clearTimeout(timer)
    timer = setTimeout(renew, PAUSE_MS)
  })

  /** What answered another question leaves the screen. */
  function renew() {
    list.items.value = []
    void list.reload().then(() => {
      if (!list.loading.value && !list.problem.value) answers.value++
    })
  }

  return { counts, filters, list, answers, refresh }
}

export interface Filters {
  view: string
  kind: string
  category_id: string
  area_id: string
  q: string
}

/** Whoever types a number or a word means every open ticket, not only those of the chosen count. */
export function asked({ view, kind, category_id, area_id, q }: Filters) {
  const words = q.trim()
  return {
    view: words ? 'all' : view,
    kind: kind || undefined,
    category_id: Number(category_id) || undefined,
    area_id: Number(area_id) || undefined,
    q: words || undefined,
  }
}
