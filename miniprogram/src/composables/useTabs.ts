/** The five places of the desk at which this person sits, and going to one of them. */
import { computed } from 'vue'
import { goTab, type Tab, tabsOf } from '@/places'
import { type Desk, useSession } from '@/stores/session'

export function useTabs(current: () => string) {
  const session = useSession()
  const tabs = computed(() => tabsOf(session.face, session.desk as Desk)) // this Pinia and this Vue lose the type of a computed

  function open(tab: Tab) {
    if (tab.key !== current()) goTab(tab.path)
  }

  return { tabs, open }
}
