/** Numbers called to tables: which of them are new, and how they are said. */
import type { Screen } from '@/api/reception-desk'

export type Called = Screen['called'][number]

/** Called since `last`, in the order in which they were: once more is new again. What hung on the wall before it was opened is not said. */
export const newCalls = (called: Called[], last: string): Called[] => (last ? called.filter(one => one.at > last).sort((a, b) => (a.at < b.at ? -1 : 1)) : [])

export const latest = (called: Called[], last: string) => called.reduce((at, one) => (one.at > at ? one.at : at), last)

/** 「请 12 号到 2 号桌」 */
export const callWords = ({ n, table }: Called) => (table ? `请 ${n} 号到 ${table} 号桌` : `请 ${n} 号到接待台`)
