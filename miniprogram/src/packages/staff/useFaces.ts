/** Which faces the server offers this person, and so which parts of the desk's pages are theirs. */
import { computed } from 'vue'
import { useSession } from '@/stores/session'

export function useFaces() {
  const session = useSession()
  const faces = computed<string[]>(() => (session.me?.faces ?? []).map((one: { face: string }) => one.face))
  const has = (...wanted: string[]) => wanted.some(face => faces.value.includes(face))
  /** The queue is the desk's and the administrators'; units and workers have their own list. */
  const hasQueue = computed(() => has('staff', 'administrator'))
  /** An administrator who is no community's desk is given 意见与投诉; wishes are the communities'. */
  const queueName = computed(() => (has('staff') ? '工单' : '意见与投诉'))

  /** Who only reads is never given anything to do. */
  const hasTasks = computed(() => has('staff', 'administrator', 'unit'))

  return { has, hasQueue, hasTasks, queueName }
}
