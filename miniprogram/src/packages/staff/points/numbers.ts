/** What is typed as a number, and how numbers are read back before they are booked. */

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

/** 12345 → 12,345 */
export const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** +5, −3: below zero with a minus that is as wide as the plus. */
export const signed = (n: number) => (n < 0 ? `−${grouped(-n)}` : `+${grouped(n)}`)
