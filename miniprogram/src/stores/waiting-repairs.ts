/** Requests for 补记 written without network: kept on this phone, and sent when there is one. They are requests: nothing is
 * credited by them. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { askRepair, type RepairForm } from '@/api/presence'
import { asProblem, type Problem } from '@/api/problem'
import { copy } from './drafts'
import { useSession } from './session'

export interface KeptRepair {
  person_id: number
  session_id: number
  /** What it is about, in words, for whoever reads it without network. */
  title: string
  form: RepairForm & { client_id: string }
  /** The server's no: it stays until it was read. */
  refused?: string
}

const PLACE = 'waiting-repairs'
/** The server may answer otherwise later; everything else it said is its last word. */
const LATER = [0, 401, 429, 500, 502, 503, 504]

export const useWaitingRepairs = defineStore('waiting-repairs', () => {
  /** Another tab may have written since. */
  const read = () => (uni.getStorageSync(PLACE) || []) as KeptRepair[]
  const all = shallowRef<KeptRepair[]>(read())
  const session = useSession()
  let sending = false

  const mine = computed(() => all.value.filter(one => one.person_id === session.me?.id))
  const waiting = computed(() => mine.value.filter(one => !one.refused))

  function write(change: (now: KeptRepair[]) => KeptRepair[]) {
    all.value = copy(change(read()))
    uni.setStorageSync(PLACE, all.value)
  }

  const keep = (one: KeptRepair) => write(now => [...without(now, one), one])
  const forget = (one: KeptRepair) => write(now => without(now, one))

  /** In the order in which they were written. Returns how many arrived. */
  async function sendAll(): Promise<number> {
    if (sending || !session.signedIn) return 0
    sending = true
    let arrived = 0
    try {
      for (const one of waiting.value) arrived += await sendOne(one)
    } catch {
      // No network, or the server asks for patience: the rest waits with it.
    } finally {
      sending = false
    }
    return arrived
  }

  async function sendOne(one: KeptRepair): Promise<number> {
    try {
      await askRepair(one.session_id, one.form)
      forget(one)
      return 1
    } catch (error) {
      const problem = asProblem(error)
      if (LATER.includes(problem.status)) throw problem
      keep({ ...one, refused: saidIn(problem) })
      return 0
    }
  }

  return { all, mine, waiting, keep, forget, sendAll }
})

const without = (all: KeptRepair[], { form }: KeptRepair) => all.filter(one => one.form.client_id !== form.client_id)

const saidIn = ({ title, detail, problems }: Problem) => Object.values(problems).flat()[0] ?? `${title}。${detail}`
