/** What a line of the list says of a session besides its name. */
import type { SessionCard } from '@/api/stage'

export const TONES: Record<string, 'quiet' | 'green' | 'gold' | 'red'> = { planned: 'gold', published: 'green', ended: 'quiet', called_off: 'red', dropped: 'quiet' }

/** 周四 · 农历九月廿九 立冬 → 九月廿九: there is no room for more on a leaf. */
export const lunarOf = (words: string) => (words.split('农历')[1] ?? '').split(' ')[0]

/** 定责（岗位） → 定责: in a list the slogan's word is enough. */
export const lackWords = ({ missing }: Pick<SessionCard, 'missing'>) => (missing.length ? `还缺 ${missing.map(one => one.replace(/（.*$/, '')).join('、')}` : '')

/** 人手 5/8 */
export const crewWords = ({ places, places_taken }: Pick<SessionCard, 'places' | 'places_taken'>) => (places ? `${places_taken}/${places} 人` : '没有岗位')
