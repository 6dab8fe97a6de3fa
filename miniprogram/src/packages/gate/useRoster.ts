/** Who signed up, as the scanner holds it while there is no network: ids, masked names, posts; no key and no telephone number. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { listRoster, type RosterRow } from '@/api/gate'
import { personIn } from './read-code'

const OLD_MS = 3 * 24 * 3_600_000
const MARK = 'roster:'

interface Kept {
  fetched_at: string
  rows: RosterRow[]
}

export function useRoster(sessionId: Ref<number>) {
  const rows = shallowRef<RosterRow[]>([])
  const fetchedAt = ref('')
  const byId = computed(() => new Map(rows.value.map(row => [row.person_id, row])))

  const place = () => `${MARK}${sessionId.value}`

  /** From this phone first, then from the server; without network the old one is what there is. */
  async function load() {
    const kept = (uni.getStorageSync(place()) || null) as Kept | null
    if (kept && !rows.value.length) show(kept)
    try {
      const { items } = await listRoster(sessionId.value)
      const fresh = { fetched_at: new Date().toISOString(), rows: items }
      show(fresh)
      dropOld()
      uni.setStorage({ key: place(), data: fresh, fail: () => undefined }) // full: until the app is closed it is known
    } catch {
      // what is shown stays; the page says since when it is so
    }
  }

  function show(kept: Kept) {
    rows.value = kept.rows
    fetchedAt.value = kept.fetched_at
  }

  const of = (code: string) => byId.value.get(personIn(code) ?? 0)

  return { rows, fetchedAt, load, of }
}

/** Names of last week's helpers have no business on this phone. */
function dropOld() {
  const keys = uni.getStorageInfoSync().keys.filter(key => key.startsWith(MARK))
  keys.filter(key => Date.now() - Date.parse((uni.getStorageSync(key) as Kept).fetched_at) > OLD_MS).forEach(key => uni.removeStorageSync(key))
}

/** 陈玉 finds 陈**: as much of a masked name as can be seen. */
export function fits({ person_name }: RosterRow, q: string): boolean {
  const typed = [...q.trim()]
  const name = [...person_name]
  return typed.length <= name.length && typed.every((letter, i) => name[i] === letter || (name[i] === '*' && i > 0))
}
