/** How the gate says things. */

/** 482915 → 482 915: as it is read out. */
export const sixOf = (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3)}`

/** How long codes at hand still last. */
export function stillFor(seconds: number): string {
  if (seconds <= 0) return '手里的码用完了'
  const minutes = Math.floor(seconds / 60)
  return `手里的码还能用 ${minutes ? `${minutes} 分 ` : ''}${seconds % 60} 秒`
}
