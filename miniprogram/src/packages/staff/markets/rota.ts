/** The plan of a vehicle's rounds as the desk sees and changes it: stops by day. */
import type { Stop, Waiting } from '@/api/markets'
import { day } from '@/words'

export interface RotaDay {
  on: string
  words: string
  stops: Stop[]
}

export const keyOf = ({ on, area_id }: Pick<Stop, 'on' | 'area_id'>) => `${on}:${area_id}`

export function byDay(stops: Stop[]): RotaDay[] {
  const days = [...new Set(stops.map(one => one.on))]
  return days.map(on => ({ on, words: stops.find(one => one.on === on)!.day_words, stops: stops.filter(one => one.on === on) }))
}

/** Without those the desk took out. */
export const kept = (stops: Stop[], out: string[]) => stops.filter(one => !out.includes(keyOf(one))).map(({ on, area_id }) => ({ on, area_id }))

/** As it will be on that day if the stops before it are made: whoever is visited in this plan has been visited then. */
export function afterPlan(stop: Stop, plan: Pick<Stop, 'on' | 'area_id'>[]): Pick<Waiting, 'waited' | 'last_on' | 'wishes'> {
  const before = plan.filter(one => one.area_id === stop.area_id && one.on < stop.on).map(one => one.on).sort()
  return before.length ? { waited: stop.waited, last_on: before[before.length - 1], wishes: 0 } : stop
}

const DAY_MS = 24 * 3_600_000

/** 等了 2 轮 · 上次 11月3日，20 天前 · 3 个心愿等着 */
export function waitWords({ waited, last_on, wishes }: Pick<Waiting, 'waited' | 'last_on' | 'wishes'>, on: string): string {
  const days = last_on && Math.round((Date.parse(on) - Date.parse(last_on)) / DAY_MS)
  const last = last_on ? `上次 ${day(last_on)}，隔 ${days} 天` : '从没来过'
  return [waited ? `等了 ${waited} 轮` : '', last, wishes ? `${wishes} 个心愿等着` : ''].filter(Boolean).join(' · ')
}
