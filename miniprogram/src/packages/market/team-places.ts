/** Where the teams around somebody are at home: their own estate first. */
import type { Team } from '@/api/teams'
import type { Me } from '@/stores/session'

export interface Place {
  id: number
  name: string
}

/** The community of where one lives; of whoever lives nowhere yet, where they were confirmed. */
export function homeOf(me: Me | null): Place | null {
  if (me?.estate) return me.estate.community ?? me.estate
  const role = me?.roles[0]
  return role ? { id: role.area_id, name: role.area_name } : null
}

/** In groups by home, one's own estate before the others; the order within stays. */
export function byPlace(teams: Team[], estateId?: number): { name: string; teams: Team[] }[] {
  const homes = [...new Set(teams.map(one => one.area_id))]
  const sorted = homes.sort((a, b) => Number(b === estateId) - Number(a === estateId))
  return sorted.map(id => teams.filter(one => one.area_id === id)).map(group => ({ name: group[0].area_name, teams: group }))
}
