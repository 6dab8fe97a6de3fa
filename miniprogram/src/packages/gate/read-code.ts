/** What a scanned code says of itself. Without network that is all a scanner can know; whether it is true, the server says. */
import { Refused } from '@/api/flows'

const OWN = /(?:^|\/)U1\.([1-9]\d{0,9})\.[1-9a-f][0-9a-f]{0,9}\.[A-Z2-7]{16}$/
const CARD = /\/q\/k\/[0-9A-Za-z_-]{10,64}$/
const SCREEN = /(?:^|\/)[CO]1\.\d+\.[0-9a-f]+\.[A-Z2-7]{16}$/

/** Whose personal code it says it is. */
export const personIn = (code: string): number | undefined => Number(OWN.exec(code)?.[1]) || undefined

export const isCard = (code: string) => CARD.test(code)

/** Why it is not worth keeping: it is nobody's code. */
export function notAPerson(code: string): { title: string; words: string } | null {
  if (personIn(code) || isCard(code)) return null
  if (SCREEN.test(code)) return { title: Refused.screen.label, words: '请扫对方的“我的码”或纸质卡' }
  return { title: Refused.unknown_code.label, words: '请对方打开“我的码”，或按姓名找' }
}
