/** Where scans lie until the server has answered each of them. Each has a place of its own in the phone's storage: two tabs
 * never write over each other's, and a dead battery takes none. */
import type { components } from '@/api/contract'

type Answer = components['schemas']['ScanAnswerView']

export interface KeptScan {
  client_id: string
  session_id: number
  /** One of the two: what was read, or whom somebody chose from the roster. */
  code?: string
  person_id?: number
  /** Why by name. */
  reason?: string
  direction: 'in' | 'out'
  capacity?: 'duty' | 'visit'
  /** By this phone's own clock. */
  scanned_at: string
  /** As the roster names them, masked; empty when it does not. */
  who: string
  state: 'waiting' | Answer['status']
  /** The answer's headline and what to do. */
  title?: string
  words?: string
  /** Who may not hand it in, by id: a colleague may. */
  held_by?: number
}

const MARK = 'scan:'
const REMEMBERED = 30
const place = (id: string) => MARK + id

export const isWaiting = (scan: KeptScan) => scan.state === 'waiting'
const isDone = (scan: KeptScan) => scan.state === 'accepted' || scan.state === 'already'

const look = (id: string) => (uni.getStorageSync(place(id)) || null) as KeptScan | null

/** In the order in which they were scanned. */
export function lying(): KeptScan[] {
  const ids = uni.getStorageInfoSync().keys.filter(key => key.startsWith(MARK)).map(key => key.slice(MARK.length))
  const found = ids.map(look).filter((scan): scan is KeptScan => !!scan)
  return found.sort((a, b) => a.scanned_at.localeCompare(b.scanned_at) || a.client_id.localeCompare(b.client_id))
}

/** False when the phone is full, even after what was answered long ago has made room: then it is not kept, and has to be said. */
export function put(scan: KeptScan): boolean {
  if (written(scan)) return true
  forgetOld(0)
  return written(scan)
}

/** Some phones throw when they are full, others say nothing: so it is read again. */
function written(scan: KeptScan): boolean {
  try {
    uni.setStorageSync(place(scan.client_id), scan)
    return look(scan.client_id)?.state === scan.state
  } catch {
    return false
  }
}

/** Read and understood by somebody: only then a refused one goes. */
export const remove = (id: string) => uni.removeStorageSync(place(id))

export function forgetOld(remembered = REMEMBERED): void {
  const done = lying().filter(isDone)
  done.slice(0, Math.max(0, done.length - remembered)).forEach(scan => remove(scan.client_id))
}

/** One answer. Another tab may have had it before, or somebody read and removed it: nothing is taken back or brought back. */
export function settle(answer: Answer, sender: number | undefined): void {
  const scan = look(answer.client_id)
  if (!scan || isDone(scan)) return
  if (answer.code === 'not_yours' || answer.code === 'by_name') return void put({ ...scan, state: 'waiting', held_by: sender, title: answer.title, words: answer.words })
  put({ ...scan, state: answer.status, who: answer.person_name ?? scan.who, title: answer.title, words: answer.words, held_by: undefined })
}

/** As the batch takes it. */
export function itemOf({ client_id, session_id, code, person_id, reason, direction, capacity, scanned_at }: KeptScan): object {
  return { client_id, session_id, direction, scanned_at, ...(code ? { code } : { person_id, reason }), ...(capacity ? { capacity } : {}) }
}
