/** The desk's calendar: what is to come or past, of one's areas, by state; and what is on today. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { listSessions, type SessionCard } from '@/api/stage'
import { useList } from '@/composables/useList'
import { useFaces } from '../useFaces'
import { useMyAreas } from '../useMyAreas'
import { asked, type Filters } from './asked'
import { today } from './clock'

export function useSessions() {
  const { tops, areas } = useMyAreas()
  const { has } = useFaces()
  const filters = reactive<Filters>({ view: 'coming', area_id: '', month: today().slice(0, 7) })
  const top = computed(() => tops.value[0]?.area_id)
  const list = useList<SessionCard>(cursor => listSessions({ ...asked(filters, top.value), cursor }))
  const now = shallowRef<SessionCard[]>([])
  /** Counts the answers to a new question. */
  const answers = ref(0)

  /** Those of one's own areas stand on top until the day is over, with what is needed at the door: without them the list still works. */
  async function askToday() {
    const on = today()
    const found = await listSessions({ area_id: top.value, since: on, until: on }).then(page => page.items, () => now.value)
    now.value = found.filter(one => ['published', 'ended'].includes(one.state) && mine(one))
  }

  const mine = ({ area_id }: SessionCard) => has('staff', 'administrator') && areas.value.some(one => one.id === area_id)
  const refresh = () => Promise.all([list.reload(), askToday()])

  watch(() => ({ ...filters }), () => {
    list.items.value = []
    void list.reload().then(() => answers.value++)
  })

  return { filters, list, now, areas, answers, refresh }
}
