import { expect, it } from 'vitest'
import type { Order } from '@/api/shop'
import { askedAtCounter, toFetch } from '@/pages/home/shop-waiting'

const YEAR = new Date().getFullYear()
const order = (known: Partial<Order>) => ({ id: 5, state: 'placed', ordered_name: '大米 2 份', points: 10, shop_name: '浔北积分超市', until: `${YEAR}-11-29`, ...known }) as Order

it('A counter that asks is named with what it asks for', () => {
  expect(askedAtCounter([order({}), order({ id: 6, state: 'asked', until: null })])).toEqual({ title: '浔北积分超市请您确认：大米 2 份，10 分', action: '去确认', path: '/packages/shop/order?id=6' })
})

it('What has to be fetched first stands first', () => {
  expect(toFetch([order({}), order({ id: 7, until: `${YEAR}-11-24` })])).toEqual({ title: '大米 2 份等您来领，到11月24日为止', action: '出示兑换券', path: '/packages/shop/voucher?id=7' })
})

it('What is over waits for nobody', () => {
  const over = [order({ state: 'handed' }), order({ state: 'lapsed' })]
  expect([askedAtCounter(over), toFetch(over)]).toEqual([undefined, undefined])
})
