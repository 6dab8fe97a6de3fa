/** The desk's calendar: what is to come or past, of one's areas, by state; and what is on today. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { listSessions, type SessionCard, type SessionQuery } from '@/api/stage'
import { useList } from '@/composables/useList'
import { useMyAreas } from '../useMyAreas'
import { dayBefore, monthSpan, today } from './clock'

export interface Filters {
  view: string
  area_id: string
  /** Of what is past: which month. */
  month: string
}

export function useSessions() {
  const { tops, areas } = useMyAreas()
  const filters = reactive<Filters>({ view: 'coming', area_id: '', month: today().slice(0, 7) })
  const top = computed(() => tops.value[0]?.area_id)
  const list = useList<SessionCard>(cursor => listSessions({ ...asked(filters, top.value), cursor }))
  const now = shallowRef<SessionCard[]>([])
  /** Counts the answers to a new question. */
  const answers = ref(0)

  /** Today's only stand on top as well: without them the list still works. */
  async function askToday() {
    const on = today()
    const found = await listSessions({ area_id: top.value, since: on, until: on }).then(page => page.items, () => now.value)
    now.value = found.filter(one => one.state === 'published')
  }

  const refresh = () => Promise.all([list.reload(), askToday()])

  watch(() => ({ ...filters }), () => {
    list.items.value = []
    void list.reload().then(() => answers.value++)
  })

  return { filters, list, now, areas, answers, refresh }
}

export function asked({ view, area_id, month }: Filters, top: number | undefined, now = today()): SessionQuery {
  const area = Number(area_id) || top
  if (view !== 'past') return { area_id: area, state: view === 'coming' ? undefined : view }
  const { since, until } = monthSpan(month)
  return { area_id: area, since, until: until < now ? until : dayBefore(now) }
}
