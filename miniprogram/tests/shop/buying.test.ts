import { expect, it } from 'vitest'
import type { Goods } from '@/api/shop'
import { availableIn, dealOf, limitsOf, whyNot } from '@/packages/shop/buying'
import { mostOf } from '@/shelf'

const OPEN = { state: 'open', state_label: '可以兑换' } as const
const goods = (known: Partial<Goods> = {}) => ({ kind: 'goods', name: '大米', price: 40, stock: 7, left_words: '剩 7 份', limit_count: null, may_have: null, may_have_words: null, lacks_words: null, limit_words: null, buyers: 'everybody', buyers_label: '人人可换', on_shelf: true, ...known }) as Goods

it('What is left after a deal is what there is less what it costs', () => {
  expect(dealOf(40, 2, 86)).toEqual({ points: 80, lacks: 0, left: 6 })
  expect(dealOf(40, 2, 80)).toEqual({ points: 80, lacks: 0, left: 0 })
})

it('What is missing is said to the point', () => {
  expect(dealOf(40, 3, 86)).toEqual({ points: 120, lacks: 34, left: 0 })
  expect(whyNot(goods(), OPEN, 36)).toBe('不够，还差 4 分')
})

it('A purse that is not known yet hides nothing', () => {
  expect(whyNot(goods(), OPEN, null)).toBe('')
})

it('A shop that is paused comes before anything else, and what is gone before what it costs', () => {
  expect(whyNot(goods({ stock: 0 }), { state: 'paused', state_label: '暂停兑换' }, 0)).toBe('暂停兑换')
  expect(whyNot(goods({ stock: 0, left_words: '换完了' }), OPEN, 0)).toBe('换完了')
  expect(whyNot(goods({ on_shelf: false }), OPEN, 100)).toBe('下架了')
})

it('Nobody is asked for more than there is, than the limit, or than one order takes', () => {
  expect(mostOf(goods())).toBe(7)
  expect(mostOf(goods({ may_have: 2 }))).toBe(2)
  expect(mostOf(goods({ stock: 500 }))).toBe(20)
})

it('What everybody may have as often as they like is not explained', () => {
  expect(limitsOf(goods())).toEqual([])
  expect(limitsOf(goods({ buyers: 'volunteers', buyers_label: '志愿者可换', limit_words: '每人 30 天内限 2 份' }))).toEqual(['志愿者可换', '每人 30 天内限 2 份'])
})

it('Points of another scheme do not count', () => {
  expect(availableIn([{ scheme_id: 1, available: 86 }] as never, 2)).toBe(0)
})

it('Who may have none is told why before what it costs, and never offered a button', () => {
  expect(whyNot(goods({ lacks_words: '志愿者才能换' }), OPEN, 0)).toBe('志愿者才能换')
  expect(whyNot(goods({ may_have: 0, may_have_words: '换过 2 份，12月18日起又能换' }), OPEN, 100)).toBe('换过 2 份，12月18日起又能换')
  expect(whyNot(goods({ may_have: 1, may_have_words: '换过 1 份，还能换 1 份' }), OPEN, 100)).toBe('')
})

it('Whoever has nothing yet reads how to get there, not what they lack', () => {
  expect(whyNot(goods(), OPEN, 0)).toBe('攒够 40 分就能换')
})
