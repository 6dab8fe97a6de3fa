/** Where whoever is signed in sits at a desk. A steward has no office and yet stands at the gate. */
import { useSession } from '@/stores/session'

const DESKS = ['grid_worker', 'social_worker', 'community_staff', 'administrator']

interface MyRole {
  role: string
  area_id: number
  area_name: string
}

/** Each area once, as choices. */
export function offices(): { value: string; label: string }[] {
  const mine: MyRole[] = (useSession().me?.roles ?? []).filter(({ role }: MyRole) => DESKS.includes(role))
  return [...new Map(mine.map(one => [String(one.area_id), one.area_name] as const))].map(([value, label]) => ({ value, label }))
}
