/** What somebody has in a scheme now, and what is still owed: said before points are given or taken. null: not known here. */
import { ref, watch } from 'vue'
import { listPursesOf } from '@/api/pools'

export function useStanding(personId: () => number | undefined, schemeId: () => number) {
  const there = ref<number | null>(null)
  const owed = ref(0)

  async function ask() {
    const id = personId()
    there.value = null
    owed.value = 0
    if (!id) return
    try {
      const purse = (await listPursesOf(id)).items.find(one => one.scheme_id === schemeId())
      if (id !== personId()) return
      there.value = purse?.available ?? 0
      owed.value = purse?.owed ?? 0
    } catch {
      there.value = null // not everybody who gives may read purses: then the answer says it
    }
  }

  watch(personId, () => void ask(), { immediate: true })
  return { there, owed }
}
