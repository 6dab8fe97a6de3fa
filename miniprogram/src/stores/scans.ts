/** Scans that wait for the network, handed in by themselves: in order, few at a time, each with its own answer. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { uploadScans } from '@/api/gate'
import { asProblem, type Problem } from '@/api/problem'
import { useDevice } from './device'
import { forgetOld, isWaiting, itemOf, type KeptScan, lying, put, remove, settle } from './scan-shelf'
import { useSession } from './session'

export const LARGEST_BATCH = 50
/** No network, nobody signed in, a device that is not enrolled, too many, or a server that rests: not the fault of one scan. */
const concernsAll = ({ status }: Problem) => status < 400 || [401, 403, 429, 503].includes(status)
/** After so many stumbles of the server it is the server's, not one scan's. */
const PATIENCE = 12

export const useScans = defineStore('scans', () => {
  const scans = ref<KeptScan[]>([])
  const sending = ref(false)
  const problem = shallowRef<Problem | null>(null)

  const waiting = computed<KeptScan[]>(() => scans.value.filter(isWaiting))
  const refused = computed<KeptScan[]>(() => scans.value.filter(scan => scan.state === 'refused'))

  /** What another tab did is seen, too. */
  const refresh = () => void (scans.value = lying())

  /** False: the phone is full, and this one was not kept. */
  function take(scan: KeptScan): boolean {
    const kept = put(scan)
    refresh()
    return kept
  }

  function acknowledge(id: string) {
    remove(id)
    refresh()
  }

  /** Hands in whatever waits. Safe at any time: what had arrived is answered as such. */
  async function send(): Promise<void> {
    refresh()
    const { secret } = useDevice()
    if (sending.value || !secret || !waiting.value.length || !useSession().signedIn) return
    sending.value = true
    problem.value = null
    try {
      await sendAll(secret)
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      sending.value = false
      forgetOld()
      refresh()
    }
  }

  /** Until nothing is left that this person may hand in. What stays unanswered is not asked again at once. */
  async function sendAll(secret: string) {
    const tried = new Set<string>()
    for (let size = LARGEST_BATCH, stumbled = 0; stumbled < PATIENCE; ) {
      const me = useSession().me?.id
      const batch = lying().filter(scan => isWaiting(scan) && scan.held_by !== me && !tried.has(scan.client_id)).slice(0, size)
      if (!batch.length) return
      const whole = await handIn(secret, batch, me)
      if (!whole) stumbled++
      // One that the server stumbles over must not hold up the others: smaller and smaller until it is alone.
      if (!whole && batch.length > 1) size = Math.ceil(batch.length / 2)
      else batch.forEach(scan => tried.add(scan.client_id))
    }
  }

  /** False when the server stumbled over it, or would not take it like this: then one of them is wrong, not the others. */
  async function handIn(secret: string, batch: KeptScan[], me: number | undefined): Promise<boolean> {
    try {
      const { items } = await uploadScans(secret, new Date().toISOString(), batch.map(itemOf))
      items.forEach(answer => settle(answer, me))
      refresh()
      return true
    } catch (error) {
      const found = asProblem(error)
      if (concernsAll(found)) throw found
      problem.value = found
      return false
    }
  }

  return { scans, waiting, refused, sending, problem, refresh, take, acknowledge, send }
})
