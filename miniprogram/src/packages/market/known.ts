/** Sessions this phone has seen: without network their names and times are still needed, to ask for what was missed. */
import { SessionState } from '@/api/flows'
import type { Session, SessionCard } from '@/api/occasions'
import { has } from '@/api/traits'
import { named } from '@/words'

export type Known = Pick<SessionCard, 'id' | 'title' | 'theme' | 'area_name' | 'starts_at' | 'ends_at'>

const PLACE = 'known-sessions'
const MOST = 20

const all = () => (uni.getStorageSync(PLACE) || []) as Known[]

export function remember({ id, title, theme, area_name, starts_at, ends_at }: Session): void {
  const known = { id, title, theme, area_name, starts_at, ends_at }
  uni.setStorageSync(PLACE, [known, ...all().filter(one => one.id !== id)].slice(0, MOST))
}

export const known = (id: number): Known | undefined => all().find(one => one.id === id)

export const nameOf = (one: Pick<Known, 'area_name' | 'theme' | 'title'>) => `${one.area_name} ${named(one)}`

/** Nothing is left to come for, though the desk may not have ended it yet. */
export const isOver = ({ state, ends_at }: Pick<SessionCard, 'state' | 'ends_at'>) => has(SessionState, state, 'over') || new Date(ends_at) < new Date()
