/** Redeeming at the counter: who it is, what they chose, and their yes: on their telephone, or by card, surname and PIN. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { type Buyer, type Goods, lookUp, type Order, provePin, redeem, showOrder } from '@/api/counter'
import { OrderState } from '@/api/flows'
import { asProblem, type Problem } from '@/api/problem'
import { has } from '@/api/traits'
import { useAction } from '@/composables/useAction'

const PAUSE_MS = 2000

export function useRedeem(shopId: () => number, refused: (problem: Problem) => void) {
  const buyer = shallowRef<Buyer | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const goods = shallowRef<Goods | null>(null)
  const count = ref(1)
  const matches = ref<string[]>([])
  const provenFor = ref(0)
  const order = shallowRef<Order | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  const points = computed(() => (goods.value ? goods.value.price * count.value : 0))
  const compared = computed(() => matches.value.includes('yes'))
  /** The PIN was typed for so many points; for more it is typed again. */
  const proven = computed(() => points.value > 0 && points.value <= provenFor.value)
  /** Above what the card pays today without it; where there is none, the server says what to do. */
  const needsPin = computed(() => !!buyer.value?.on_card && buyer.value.has_pin && !proven.value && points.value > buyer.value.free_left)

  async function look(who: { code: string } | { person_id: number }) {
    problem.value = null
    try {
      buyer.value = await lookUp(shopId(), who)
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  const pin = useAction(async (_key, digits: string) => {
    const said = points.value
    buyer.value = await provePin(shopId(), buyer.value!.held, digits, said)
    provenFor.value = said
  }, { tell: () => undefined }) // said on the pad itself

  const ask = useAction(async key => {
    const form = { held: buyer.value!.held, count: count.value, price: goods.value!.price, surname_matches: compared.value }
    order.value = await redeem(goods.value!.id, form, key)
    if (order.value.state === 'asked') wait()
  }, { tell: refused })

  const waits = computed(() => order.value?.state === 'asked')
  const fetchable = computed(() => !!order.value && has(OrderState, order.value.state, 'holds'))

  /** Until the person has said yes or no, or it is too late. A lost answer is asked for again. */
  function wait() {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const now = await showOrder(order.value!.id).catch(() => null)
      if (gone) return
      if (now) order.value = now
      if (waits.value) wait()
    }, PAUSE_MS)
  }

  /** Chooses anew, for the same person. */
  function choose(one: Goods | null) {
    goods.value = one
    count.value = 1
  }

  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
  })
  return { buyer, problem, goods, count, points, matches, compared, proven, needsPin, order, waits, fetchable, look, pin, ask, choose }
}
