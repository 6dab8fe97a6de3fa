/** The session at whose gate one stands. A copy is kept, so that a scanner knows where it is without network. */
import { onLoad } from '@dcloudio/uni-app'
import { ref, shallowRef } from 'vue'
import { type Session, showSession } from '@/api/occasions'
import { asProblem, type Problem } from '@/api/problem'

const place = (id: number) => `gate:${id}`

export function useGate(opened: () => void = () => undefined) {
  const id = ref(0)
  const session = shallowRef<Session | null>(null)
  const problem = shallowRef<Problem | null>(null)

  async function load() {
    problem.value = null
    try {
      session.value = await showSession(id.value)
      uni.setStorage({ key: place(id.value), data: session.value, fail: () => undefined }) // full: then only memory knows
    } catch (error) {
      const found = asProblem(error)
      session.value ??= found.code === 'offline' ? (uni.getStorageSync(place(id.value)) || null) : null
      problem.value = found
    }
    if (session.value) opened()
  }

  onLoad(query => {
    id.value = Number(query?.id)
    void load()
  })
  return { id, session, problem, load }
}
