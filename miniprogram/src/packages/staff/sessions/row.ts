/** What a line of the list says of a session besides its name. */
import type { DeskSession, SessionCard } from '@/api/stage'
import { today } from './clock'

export const TONES: Record<string, 'quiet' | 'green' | 'gold' | 'red'> = { planned: 'gold', published: 'green', ended: 'quiet', called_off: 'red', dropped: 'quiet' }

/** 周四 · 农历九月廿九 立冬 → 九月廿九: there is no room for more on a leaf. */
export const lunarOf = (words: string) => (words.split('农历')[1] ?? '').split(' ')[0]

/** 定责（岗位） → 定责: in a list the slogan's word is enough. */
export const lackWords = ({ missing }: Pick<SessionCard, 'missing'>) => (missing.length ? `还缺 ${missing.map(one => one.replace(/（.*$/, '')).join('、')}` : '')

/** 人手 5/8 */
export const crewWords = ({ kind, places, places_taken }: Pick<SessionCard, 'kind' | 'places' | 'places_taken'>) => (places ? `${places_taken}/${places} 人` : kind === 'reception' ? '' : '没有岗位')

/** 191 人报名，候补 2 人 */
export function totalWords({ places_taken, posts }: Pick<DeskSession, 'places_taken' | 'posts'>): string {
  const waiting = posts.reduce((all, one) => all + one.waiting, 0)
  return [places_taken && `${places_taken} 人报名`, waiting && `候补 ${waiting} 人`].filter(Boolean).join('，')
}

/** What was planned and never published is not about to be. */
export const stateOf = ({ state, state_label, on }: Pick<SessionCard, 'state' | 'state_label' | 'on'>, now = today()) => (state === 'planned' && on < now ? '没有发布' : state_label)
