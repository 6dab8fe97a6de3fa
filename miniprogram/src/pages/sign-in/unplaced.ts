/** A refusal that names no field, in words to put under the field it came from. */
import type { Problem } from '@/api/problem'

export const unplaced = (problem: Problem | null): string =>
  problem && Object.keys(problem.problems).length === 0 ? `${problem.title}。${problem.detail}` : ''
