/** How many have something to do with a ticket now: whoever was asked twice counts once, whoever gave it back not. */
import type { Action, Assignment } from '@/api/desk'

export const OVER = ['bounced', 'released', 'declined']

export function handsOf(assignments: Pick<Assignment, 'name' | 'state'>[]): string {
  const count = (...states: string[]) => new Set(assignments.filter(one => states.includes(one.state)).map(one => one.name)).size
  const live = count('offered', 'asked', 'accepted', 'done')
  return live ? `${live} 家（人），接单 ${count('accepted', 'done')}，办好 ${count('done')}` : '现在没有人在办'
}

const PAPER: Action = { action: 'by_paper', label: '按纸质单登记' }

/** What may be done to one share: by those who have it, by the desk, and on paper. */
export const handActs = ({ actions, paper_acts }: Pick<Assignment, 'actions' | 'paper_acts'>): Action[] => [...actions, ...(paper_acts.length ? [PAPER] : [])]
