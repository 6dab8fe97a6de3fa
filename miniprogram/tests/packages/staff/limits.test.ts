import { expect, it } from 'vitest'
import { answerOf, draftOf, formOf, lengthOf, missingIn } from '@/packages/staff/limits/limit'

const spot = { amount: null, unit: null, answer_hours: 2 }
const whole = { amount: 5, unit: 'days' as const, answer_hours: null }

it('A limit is said in working days or hours, or goes with the whole', () => {
  expect(lengthOf(whole)).toBe('5 个工作日')
  expect(lengthOf({ amount: 4, unit: 'hours' })).toBe('4 个工作小时')
  expect(lengthOf(spot)).toBe('跟整件事一起')
})

it('Of a slip it says until when it is answered', () => {
  expect(answerOf(spot)).toBe('2 个工作小时内答复接不接')
  expect(answerOf(whole)).toBe('')
})

it('What nobody touched goes back to the server as it came', () => {
  expect(formOf(draftOf(spot), true)).toEqual(spot)
  expect(formOf(draftOf(whole), false)).toEqual(whole)
})

it('Without its number a unit is not sent, nor a time to answer where nobody answers', () => {
  expect(formOf({ amount: ' ', unit: 'hours', answer_hours: '3' }, false)).toEqual({ amount: null, unit: null, answer_hours: null })
})

it('Nothing at all would mean the default, which has a button of its own', () => {
  expect(missingIn({ amount: '', unit: 'days', answer_hours: '' }, true).amount).toContain('改回平常的')
  expect(missingIn({ amount: '', unit: 'days', answer_hours: '3' }, true)).toEqual({})
  expect(missingIn({ amount: '', unit: 'days', answer_hours: '3' }, false)).toHaveProperty('amount')
})

it('Only whole numbers are numbers of days or hours', () => {
  expect(missingIn({ amount: '1.5', unit: 'days', answer_hours: '0' }, true)).toEqual({ amount: '请写一个整数', answer_hours: '请写一个整数' })
})
