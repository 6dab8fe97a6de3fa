/** The purses of whoever is signed in; for a page that shows prices beside them. */
import { shallowRef } from 'vue'
import { listPurses, type Purse } from '@/api/points'
import { useSession } from '@/stores/session'
import { availableIn } from './buying'

export function useWallet() {
  const session = useSession()
  const purses = shallowRef<Purse[] | null>(null)

  /** Old numbers stay where new ones did not come: the server judges what can be paid. */
  async function load() {
    if (session.signedIn) purses.value = await listPurses().then(({ items }) => items, () => purses.value)
    else purses.value = null
  }

  const purseOf = (schemeId: number) => purses.value?.find(one => one.scheme_id === schemeId) ?? null
  /** Null: not known, so nothing is said of it. */
  const availableOf = (schemeId: number) => (purses.value ? availableIn(purses.value, schemeId) : null)

  return { purses, load, purseOf, availableOf }
}
