/** What was said at a table, as the server's form wants it. */
import type { DeskNumber } from '@/api/reception-desk'

export const ANSWERS = 'receive_and_answer'

/** Of no estate in particular: of the community that holds the session. */
export const HOST = 'host'
/** Where they live, as it is written down. */
const HOME = 'home'

/** One tap says where it belongs; where there is one estate there is nothing to ask. */
export function placesOf(estates: { id: number; name: string }[], known: boolean) {
  if (estates.length < 2) return []
  const named = estates.map(one => ({ value: String(one.id), label: one.name }))
  return [...(known ? [{ value: HOME, label: '他（她）住的小区' }] : []), ...named, { value: HOST, label: '不分小区' }]
}

export interface Hearing {
  step: string
  text: string
  name: string
  phone: string
  relation: string
  place: string
  category_id: string
  estate_id: string
  answer: string
  level: string
}

/** What was left empty is not sent: the topic that was booked, the name that is called out, the visitor's own estate hold then. */
export function heardOf(form: Hearing, photo_ids: number[], spoken_for: boolean) {
  const words = Object.entries({ text: form.text, name: form.name, phone: form.phone, place: form.place }).map(([name, said]) => [name, said.trim()])
  const ids = Object.entries({ category_id: form.category_id, estate_id: form.estate_id }).map(([name, id]) => [name, Number(id)])
  return {
    ...Object.fromEntries([...words, ...ids].filter(([, value]) => value)), // neither HOST nor HOME is a number
    ...(spoken_for ? { relation: form.relation } : {}),
    ...(photo_ids.length ? { photo_ids } : {}),
    ...(form.step === ANSWERS ? { answer: form.answer.trim(), level: form.level } : {}),
  }
}

export const missingOf = (form: Hearing, number: Pick<DeskNumber, 'topic'>, asksWhere = false) => ({
  step: !form.step && '请选现在能不能答复',
  estate_id: asksWhere && !form.estate_id && '请选是哪个小区的事',
  text: !form.text.trim() && !number.topic && '请写一句他（她）说了什么',
  phone: !!form.phone.trim() && !/^1\d{10}$/.test(form.phone.trim()) && '手机号是 11 位数字',
  answer: form.step === ANSWERS && !form.answer.trim() && '请写怎么答复的',
})
