/** What a share of a joint slip still lacks. */
import { lacks } from '@/composables/useAction'
import { day } from '@/words'
import type { Share } from './takers'

export const missingOf = ({ to, part }: Pick<Share, 'to' | 'part'>) => lacks({ to: !to && '请选一个单位或一个人', part: !part.trim() && '请写请他们办哪一部分' })

/** A share of which nobody names a day: the server has said which day that is. */
export const noDay = (at?: string) => `不另外定${at ? `：${day(at)}以前` : ''}`
