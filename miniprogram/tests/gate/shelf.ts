/** A phone with scans on it, and a server that answers uploads: what it counted, by client id. */
import type { KeptScan } from '@/stores/scan-shelf'
import { useDevice } from '@/stores/device'
import { useSession } from '@/stores/session'
import { freshUni, type Sent } from '../uni'

export function scan(n: number, given: Partial<KeptScan> = {}): KeptScan {
  return {
    client_id: `scan-${String(n).padStart(4, '0')}`, session_id: 2, code: `U1.${n}.2f3a5b1.ABCDEFGHIJKLMNOP`, direction: 'in',
    scanned_at: new Date(Date.UTC(2026, 10, 22, 7, 0, n)).toISOString(), who: '', state: 'waiting', ...given,
  }
}

export function enrolledPhone(me = 19) {
  const house = freshUni()
  const uni_ = (globalThis as any).uni
  uni_.getStorageInfoSync = () => ({ keys: [...house.storage.keys()] })
  useSession().access = 'token'
  useSession().me = { id: me } as never
  useDevice().keep({ id: 1, name: '服务台平板', area_name: '庠柄社区', secret: 'secret' })
  return house
}

export interface Item {
  client_id: string
}
export const itemsOf = ({ data }: Sent) => (data as { items: Item[] }).items

/** Counts each client id once, however often it comes. */
export function countingServer() {
  const counted = new Map<string, number>()
  function answer(items: Item[]) {
    return items.map(({ client_id }) => {
      const status = counted.has(client_id) ? 'already' : 'accepted'
      counted.set(client_id, (counted.get(client_id) ?? 0) + 1)
      return { client_id, status, code: null, title: '签到成功', words: '', person_name: '陈**' }
    })
  }
  return { counted, answer, answers: (sent: Sent) => ({ status: 200, body: { items: answer(itemsOf(sent)) } }) }
}
