/** The schemes around the desk's areas, and the one that is looked at: the nearest first, until another is chosen. */
import { computed, ref, shallowRef } from 'vue'
import { listSchemes, type Scheme } from '@/api/pools'
import { asProblem, type Problem } from '@/api/problem'
import { useMyAreas } from '../useMyAreas'

/** Kept while one goes from page to page. */
const chosen = ref(0)

export function useSchemes() {
  const { tops } = useMyAreas()
  const schemes = shallowRef<Scheme[] | null>(null)
  const problem = shallowRef<Problem | null>(null)

  const scheme = computed(() => schemes.value?.find(one => one.id === chosen.value) ?? nearest(schemes.value ?? []))
  const chips = computed(() => (schemes.value ?? []).map(one => ({ value: String(one.id), label: one.name })))

  /** Of those it may work in the one with most to do; else the last, which is the nearest: they come from the county down. */
  function nearest(all: Scheme[]): Scheme | undefined {
    const own = all.find(one => tops.value.some(top => top.area_id === one.area_id))
    return own ?? all.find(one => one.actions.length > 0) ?? all[all.length - 1]
  }

  async function load() {
    problem.value = null
    try {
      const lists = await Promise.all(tops.value.map(one => listSchemes(one.area_id)))
      schemes.value = lists.flatMap(list => list.items).filter((one, i, all) => all.findIndex(other => other.id === one.id) === i)
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  const choose = (id: number | string) => (chosen.value = Number(id))

  return { schemes, scheme, chips, problem, load, choose }
}
