/** What a share of a joint slip still lacks. */
import { lacks } from '@/composables/useAction'
import type { Share } from './takers'

export const missingOf = ({ to, part }: Pick<Share, 'to' | 'part'>) => lacks({ to: !to && '请选一个单位或一个人', part: !part.trim() && '请写请他们办哪一部分' })

/** What the server does with a share of which nobody names a day: the limit of its slip, and never after the whole. */
export const NO_DAY = '不另外定，按联办单的期限'
