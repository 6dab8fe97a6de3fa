/** What the counter says of itself: codes, sums, differences, verdicts, and the form of goods. */
import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { BLANK, formOf, missingIn, typedOf } from '@/packages/counter/goods-form'
import { cleaned, isMember } from '@/packages/counter/read-code'
import { handed, refusedBy } from '@/packages/counter/verdict'
import { differenceOf, fenOf, monthBy, signed, wholeOf, yuan } from '@/packages/counter/words'

const refusal = (code: string) => refusedBy(new Problem({ status: 409, code, title: '标题', detail: '怎么办' }))

it('我的码 and cards mean a person; a voucher, a number and a stranger’s code do not', () => {
  expect(isMember('https://jinlin.example/q/c/U1.7.2f3a5b1.ABCDEFGHIJKLMNOP')).toBe(true)
  expect(isMember('https://jinlin.example/q/k/CARDTOKEN234567')).toBe(true)
  for (const code of ['https://jinlin.example/q/v/V1.7.2f3a5b1.ABCDEFGHIJKLMNOP', '50260012', 'hello']) expect(isMember(code)).toBe(false)
  expect(cleaned(' 5026 0012\n')).toBe('50260012')
})

it('A difference is said before it is written down', () => {
  expect([differenceOf(50, 48), differenceOf(50, 51), differenceOf(50, 50)]).toEqual(['账上 50，数到 48，少 2', '账上 50，数到 51，多 1', '账上 50，数到 50，一样'])
  expect([signed(3), signed(-3), signed(0)]).toEqual(['+3', '−3', '0'])
})

it('Money is counted in fen, without a rounding error', () => {
  expect([fenOf('128.5'), fenOf('0.29'), fenOf('19.99'), fenOf('7')]).toEqual([12850, 29, 1999, 700])
  for (const typed of ['', '1.234', '-3', '一百']) expect(fenOf(typed)).toBeNaN()
  expect(yuan(12850)).toBe('128.50 元')
  for (const typed of ['', '1.5', '-1', '1e3']) expect(wholeOf(typed)).toBeNaN()
  expect(monthBy('2026-01', -1)).toBe('2025-12')
})

describe('A refusal', () => {
  it('says the server’s words, and never to hand over', () => {
    expect(refusal('code_forged')).toEqual({ tone: 'bad', word: '先不要给', title: '标题', lines: ['怎么办'] })
  })
  it.each(['handed_already', 'code_expired', 'other_shop', 'order_cancelled'])('is amber where nobody cheated: %s', code => expect(refusal(code).tone).toBe('again'))
  it('without network is red', () => expect(refusal('offline')).toMatchObject({ tone: 'bad', title: '没有网络' }))
})

it('What was handed over says what went back', () => {
  const order = { name: '陈**', handed_name: '大米 1 份', handed_points: 5, back_points: 5 } as never
  expect(handed(order)).toMatchObject({ tone: 'good', title: '大米 1 份', lines: ['陈**', '5 分，退回 5 分'] })
})

describe('The form of goods', () => {
  it('lacks a name and a price at first', () => expect(Object.keys(missingIn({ ...BLANK }))).toEqual(['name', 'price']))
  it('says both sides of a limit, or neither', () => {
    const typed = { ...BLANK, name: ' 大米 ', price: '5', limited: 'yes' }
    expect(formOf(typed, 3)).toMatchObject({ name: '大米', price: 5, photo_id: 3, limit_count: 2, limit_days: 30 })
    expect(formOf({ ...typed, limited: 'no' }, null)).toMatchObject({ limit_count: null, limit_days: null, supplier_id: null })
  })
  it('comes back as it was', () => {
    const goods = { kind: 'goods', name: '大米', words: '', price: 5, limit_count: 2, limit_days: 30, buyers: 'everybody', supplier_id: 4 } as never
    expect(formOf(typedOf(goods), null)).toEqual({ name: '大米', words: '', photo_id: null, price: 5, limit_count: 2, limit_days: 30, buyers: 'everybody', supplier_id: 4 })
  })
})
