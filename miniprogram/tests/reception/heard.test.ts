import { expect, it } from 'vitest'
import { ANSWERS, heardOf, HOST, missingOf, placesOf } from '@/packages/staff/reception/heard'

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

it('asks a community of which estate it is, in one tap, and an estate nothing', () => {
  const estates = [{ id: 3, name: '丁溪花园' }, { id: 4, name: '庠柄小区' }]

  expect(placesOf(estates, false).map(one => one.label)).toEqual(['丁溪花园', '庠柄小区', '不分小区'])
  expect(placesOf(estates, true)[0].label).toBe('他（她）住的小区')
  expect(placesOf(estates.slice(1), false)).toEqual([])
  expect(missingOf(blank, { topic: '灯' }, true).estate_id).toBeTruthy()
  expect(heardOf({ ...blank, estate_id: '3' }, [], false)).toEqual({ estate_id: 3 })
  expect(heardOf({ ...blank, estate_id: HOST }, [], false)).toEqual({})
})
