/** The shops around one's estate; whoever has none sees those of the county. */
import { computed, ref, shallowRef } from 'vue'
import { listAreas } from '@/api/people'
import { asProblem, type Problem } from '@/api/problem'
import { listShops, type Shop, showShop } from '@/api/shop'
import { useSession } from '@/stores/session'

export function useShops() {
  const session = useSession()
  const shops = shallowRef<Shop[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** Asked for by its number, else the first: those that are open come first. */
  const chosen = ref(0)
  const shop = computed(() => shops.value?.find(({ id }) => id === chosen.value) ?? shops.value?.[0] ?? null)

  async function load() {
    try {
      const { items } = await listShops(await around())
      const missing = chosen.value && !items.some(({ id }) => id === chosen.value)
      shops.value = missing ? [await showShop(chosen.value), ...items] : items
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  async function around(): Promise<number> {
    const { me } = session
    const near = me?.estate?.id ?? me?.roles[0]?.area_id
    return near ?? (await listAreas()).items[0].id
  }

  return { shops, shop, chosen, problem, load }
}
