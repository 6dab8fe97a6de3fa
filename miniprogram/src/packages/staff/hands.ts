/** How many have something to do with a ticket now: whoever was asked twice counts once, whoever gave it back not. */
import type { Assignment } from '@/api/desk'

export const OVER = ['bounced', 'released', 'declined']

export function handsOf(assignments: Pick<Assignment, 'name' | 'state'>[]): string {
  const count = (...states: string[]) => new Set(assignments.filter(one => states.includes(one.state)).map(one => one.name)).size
  const live = count('offered', 'asked', 'accepted', 'done')
  return live ? `${live} 家（人），接单 ${count('accepted', 'done')}，办好 ${count('done')}` : '现在没有人在办'
}
