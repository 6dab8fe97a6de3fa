import { expect, it } from 'vitest'
import { ANSWERS, heardOf, missingOf } from '@/packages/staff/reception/heard'

const blank = { step: 'receive', text: '', name: '', phone: '', relation: 'child', place: '', category_id: '', estate_id: '', answer: '', level: 'estate' }

it('sends only what was written: the topic that was booked holds where nothing was added', () => {
  expect(heardOf(blank, [], false)).toEqual({})
  expect(missingOf(blank, { topic: '充电桩占道' }).text).toBe(false)
})

it('wants a sentence of whoever came without a topic', () => {
  expect(missingOf(blank, { topic: null }).text).toBeTruthy()
})

it('sends the answer and its level only when it is answered on the spot', () => {
  const form = { ...blank, text: ' 灯坏了 ', answer: ' 今天换 ', category_id: '4' }

  expect(heardOf(form, [], false)).toEqual({ text: '灯坏了', category_id: 4 })
  expect(heardOf({ ...form, step: ANSWERS }, [9], false)).toEqual({ text: '灯坏了', category_id: 4, photo_ids: [9], answer: '今天换', level: 'estate' })
})

it('says as what somebody spoke for another, where somebody did', () => {
  expect(heardOf(blank, [], true)).toEqual({ relation: 'child' })
})

it('wants the words of an answer, and a whole telephone number', () => {
  const missing = missingOf({ ...blank, step: ANSWERS, phone: '138' }, { topic: '灯' })

  expect(missing.answer).toBeTruthy()
  expect(missing.phone).toBeTruthy()
})
