/** At which counter this page stands: the one it was opened for, or, of those where somebody may stand, the last one. */
import { onLoad, onShow } from '@dcloudio/uni-app'
import { computed, ref, shallowRef } from 'vue'
import { listMyShops, type Shop, showShop } from '@/api/counter'
import { asProblem, type Problem } from '@/api/problem'
import { kept } from '@/stores/kept'
import { useSession } from '@/stores/session'

const last = kept('counter-shop', 0)

/** `seen`: each time the page is in sight and its counter is known. */
export function useCounter(seen: (shop: Shop) => void = () => undefined) {
  const session = useSession()
  const shops = shallowRef<Shop[]>([])
  const asked = ref(0)
  const known = ref(false)
  const problem = shallowRef<Problem | null>(null)

  const keeps = computed(() => session.face === 'shop')
  const shop = computed<Shop | null>(() => shops.value.find(one => one.id === (asked.value || last.value)) ?? shops.value[0] ?? null)
  const chips = computed(() => shops.value.map(one => ({ value: String(one.id), label: one.name })))
  const shopId = computed({ get: () => String(shop.value?.id ?? ''), set: choose })

  function choose(id: string) {
    asked.value = 0
    last.value = Number(id)
    if (shop.value) seen(shop.value)
  }

  /** Whoever came from the desk looks at one shop; a keeper has those where they stand. */
  async function load() {
    if (!session.signedIn) return
    problem.value = null
    try {
      shops.value = asked.value && !keeps.value ? [await showShop(asked.value)] : (await listMyShops()).items
      known.value = true
      if (shop.value) seen(shop.value)
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  onLoad(query => {
    asked.value = Number(query?.shop ?? 0)
    if (asked.value && keeps.value) last.value = asked.value
  })
  onShow(() => void load())
  return { shop, shopId, chips, keeps, known, problem, load }
}
