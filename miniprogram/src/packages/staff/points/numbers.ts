/** What is typed as a number, and how numbers are read back before they are booked. */
import { grouped } from '@/words'

/** 12 → 12; anything else → null. */
export const wholeOf = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null)

/** 2,000.5 元 → 200050 fen; null: nothing, or not money. */
export function fenOf(yuan: string): number | null {
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(yuan.trim().replace(/[,，元\s]/g, ''))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
}

/** 200050 fen → 2,000.50 元 */
export function yuanWords(fen: number): string {
  const [whole, parts] = (fen / 100).toFixed(2).split('.')
  return `${grouped(Number(whole))}${parts === '00' ? '' : `.${parts}`} 元`
}

export { grouped }

/** What somebody has, and what becomes of it: a deduction takes what is there, the rest is owed. */
export function standingWords(there: number, amount: number): string {
  if (amount >= 0) return `现在有 ${grouped(there)} 分，给了以后 ${grouped(there + amount)} 分。`
  const owes = Math.max(0, -amount - there)
  return owes ? `现在只有 ${grouped(there)} 分：扣到 0 分，还差 ${grouped(owes)} 分，以后到账的先补上。` : `现在有 ${grouped(there)} 分，扣了以后 ${grouped(there + amount)} 分。`
}

/** +5, −3: below zero with a minus that is as wide as the plus. */
export const signed = (n: number) => (n < 0 ? `−${grouped(-n)}` : `+${grouped(n)}`)
