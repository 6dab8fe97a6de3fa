/** For how much money how many points were put in last time: the one number that cannot be taken back has something to be held against. */
import type { Funding } from '@/api/pools'
import { grouped, yuanWords } from './numbers'

type Rated = Pick<Funding, 'donor_id' | 'given' | 'fen' | 'points'>

/** The newest of the same kind, of the same donor if there is one. */
export function lastOf<F extends Rated>(fundings: F[], given: string, donorId: number): F | undefined {
  const rated = fundings.filter(one => one.fen !== null && one.given === given)
  return rated.find(one => one.donor_id === donorId) ?? rated[0]
}

/** 上次 2,500 元折 250 分 */
export const rateWords = ({ fen, points }: Rated) => `上次 ${yuanWords(fen ?? 0)}折 ${grouped(points)} 分`

const TIMES = 2 // less than half or more than twice as many: said aloud

/** Why it may be a slip; empty: it is near what was done last time. */
export function doubtOf(last: Rated | undefined, fen: number | null, points: number | null): string {
  if (!last?.fen || !fen || !points) return ''
  const usual = (fen * last.points) / last.fen
  if (points <= usual * TIMES && points >= usual / TIMES) return ''
  return `照上次的折法是 ${grouped(Math.round(usual))} 分，您写的是 ${grouped(points)} 分，请再看一遍。`
}
