/** Which faces the server offers this person, and so which parts of the desk's pages are theirs. */
import { computed } from 'vue'
import { useSession } from '@/stores/session'

export function useFaces() {
  const session = useSession()
  const faces = computed<string[]>(() => (session.me?.faces ?? []).map((one: { face: string }) => one.face))
  const has = (...wanted: string[]) => wanted.some(face => faces.value.includes(face))
  /** The queue is the desk's and the administrators'; units and workers have their own list. */
  const hasQueue = computed(() => has('staff', 'administrator'))

  return { has, hasQueue }
}
