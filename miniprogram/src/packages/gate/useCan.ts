/** Which buttons the server offers. */
import type { Action } from '@/api/desk'

export function useCan(actions: () => Action[] | undefined) {
  const can = (action: string) => actions()?.some(one => one.action === action) ?? false
  return { can }
}
