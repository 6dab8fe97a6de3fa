/** A limit in words, and as a draft while it is changed. */
import type { Limit, LimitForm } from '@/api/clock'
import { LimitUnit } from '@/api/flows'
import { lacks } from '@/composables/useAction'

type Held = Pick<Limit, 'amount' | 'unit' | 'answer_hours'>

export interface LimitDraft {
  amount: string
  unit: string
  answer_hours: string
}

/** 5 个工作日; of a slip without a time of its own: when the whole is due. */
export function lengthOf({ amount, unit }: Pick<Held, 'amount' | 'unit'>): string {
  return amount && unit ? `${amount} ${LimitUnit[unit].label}` : '跟整件事一起'
}

/** Until when somebody says whether they take it; empty where nobody has to. */
export const answerOf = ({ answer_hours }: Pick<Held, 'answer_hours'>) => (answer_hours ? `${answer_hours} 个工作小时内答复接不接` : '')

const written = (n: number | null) => (n === null ? '' : String(n))
const read = (text: string) => (text.trim() ? Number(text) : null)

export const draftOf = ({ amount, unit, answer_hours }: Held): LimitDraft => ({ amount: written(amount), unit: unit ?? 'days', answer_hours: written(answer_hours) })

/** The unit means nothing without its number. */
export function formOf(draft: LimitDraft, answers: boolean): Omit<LimitForm, 'category_id' | 'kind'> {
  const amount = read(draft.amount)
  return { amount, unit: amount === null ? null : (draft.unit as NonNullable<LimitForm['unit']>), answer_hours: answers ? read(draft.answer_hours) : null }
}

const whole = (text: string) => !text.trim() || /^[1-9]\d*$/.test(text.trim())

/** Nothing at all would mean the default; that has a button of its own. */
export function missingIn({ amount, answer_hours }: LimitDraft, answers: boolean) {
  const empty = !amount.trim() && (!answers || !answer_hours.trim())
  return lacks({
    amount: empty ? '请写一个数；想用平常的，点“改回平常的”' : !whole(amount) && '请写一个整数',
    answer_hours: answers && !whole(answer_hours) && '请写一个整数',
  })
}
