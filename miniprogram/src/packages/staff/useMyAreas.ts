/** The estates under the areas in which this person has an office: asked once, kept for doors without network. */
import { computed } from 'vue'
import { type Area, listAreas } from '@/api/roster'
import { kept } from '@/stores/kept'
import { useSession } from '@/stores/session'

const OFFICES = ['grid_worker', 'social_worker', 'community_staff', 'administrator', 'unit_officer', 'viewer']

const below = kept<Area[]>('desk-areas', [])
let askedFor = ''

interface MyRole {
  role: string
  area_id: number
  area_name: string
}

export function useMyAreas() {
  const session = useSession()
  const offices = computed<MyRole[]>(() => (session.me?.roles ?? []).filter((one: MyRole) => OFFICES.includes(one.role)))
  const tops = computed(() => offices.value.filter((one, i, all) => all.findIndex(other => other.area_id === one.area_id) === i))
  const estates = computed(() => below.value.filter(area => area.level === 'estate'))
  /** Where something may be posted or granted: the areas of the offices, and all below them. */
  const areas = computed(() => [...tops.value.map(one => ({ id: one.area_id, name: one.area_name })), ...below.value.filter(area => !tops.value.some(top => top.area_id === area.id))])

  async function ask() {
    const wanted = tops.value.map(one => one.area_id).join()
    if (!wanted || wanted === askedFor) return
    askedFor = wanted
    try {
      const lists = await Promise.all(tops.value.map(one => listAreas(one.area_id)))
      below.value = lists.flatMap(list => list.items).filter((one, i, all) => all.findIndex(other => other.id === one.id) === i)
    } catch {
      askedFor = '' // the next page asks again; until then there is no choice to offer
    }
  }
  void ask()

  return { offices, tops, estates, areas, ask }
}
