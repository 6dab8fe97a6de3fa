/** The tab a page of the counter belongs to: a keeper's own, or the desk's from which staff came. */
import { useSession } from '@/stores/session'

export function useUnder(tab: string): string {
  return useSession().face === 'shop' ? tab : 'desk'
}
