import { expect, it } from 'vitest'
import type { Award } from '@/api/points'
import type { Order } from '@/api/shop'
import { arrivesWords, byMonth, clockOf, endsWords, signed, waitsFor } from '@/packages/shop/counted'
import { pageBehind } from '@/packages/shop/entries'
import { linesOf } from '@/packages/shop/orderLines'

const YEAR = new Date().getFullYear()
const award = (known: Partial<Award>) => ({ pending: 0, waiting: 0, arrives_on: null, less_words: null, ...known }) as Award

it('A line of the statement says which way the points went', () => {
  expect([signed(4), signed(-10)]).toEqual(['+4', '−10'])
})

it('What is announced says on which day it can be spent', () => {
  expect(waitsFor(award({ pending: 4, arrives_on: `${YEAR}-11-27` }))).toBe('公示中，11月27日到账')
  expect(waitsFor(award({ pending: 4 }))).toContain('活动结束后')
})

it('What the pool did not have waits, and says so', () => {
  expect(waitsFor(award({ waiting: 3, less_words: '积分池里暂时不够，注入后补发' }))).toBe('积分池里暂时不够，注入后补发')
})

it('A cap is no reason to wait', () => {
  expect(waitsFor(award({ pending: 4, arrives_on: `${YEAR}-11-27`, less_words: '当天已到上限' }))).toBe('公示中，11月27日到账')
})

it('When only a part arrives first, it is said how much', () => {
  expect(arrivesWords({ pending: 12, arriving: { on: `${YEAR}-11-27`, amount: 12 } })).toBe('11月27日到账')
  expect(arrivesWords({ pending: 12, arriving: { on: `${YEAR}-11-27`, amount: 8 } })).toBe('11月27日先到 8 分')
  expect(arrivesWords({ pending: 0, arriving: null })).toBe('')
})

it('What ends first is named with its last day', () => {
  const ending = { until: `${YEAR}-12-31`, amount: 20 }
  expect(endsWords({ ending }, Date.UTC(YEAR, 10, 22))).toBe('12月31日有 20 分到期，请先用')
  expect(endsWords({ ending }, Date.UTC(YEAR, 1, 1))).toBe('最早到期的是 20 分，能用到12月31日')
  expect(endsWords({ ending: null })).toBe('')
})

it('Rows of a month stand together with their sum', () => {
  const row = (month: string, points: number) => ({ month, goods_id: points, goods_name: '', count: 1, points })
  expect(byMonth([row('2026-11', 30), row('2026-11', 10), row('2026-10', 5)]).map(({ label, points }) => [label, points])).toEqual([['2026年11月', 40], ['2026年10月', 5]])
})

it('Points that were earned lead to how they were reckoned, and what was spent to its order', () => {
  expect(pageBehind({ award_id: 3, link_kind: 'session', link_id: 9 })).toBe('/packages/shop/award?id=3')
  expect(pageBehind({ award_id: null, link_kind: 'order', link_id: 9 })).toBe('/packages/shop/order?id=9')
  expect(pageBehind({ award_id: null, link_kind: 'grant', link_id: 9 })).toBe('/packages/shop/given?id=9')
})

it('A countdown reads like a clock', () => {
  expect([clockOf(245), clockOf(9)]).toEqual(['4:05', '0:09'])
})

it('An order that waits says until when and where; one of which fewer were fetched says what had been ordered', () => {
  const order = { number: '61830427', state: 'placed', until: `${YEAR}-11-29`, goods_name: '大米', count: 2, points: 10, back_points: 0, shop_name: '浔北积分超市', place: '一楼', hours: '每天', handed_at: null, handed_name: null, made_at: '2026-11-20T01:00:00Z', channel_label: '手机兑换' } as Order
  expect(Object.fromEntries(linesOf(order))).toMatchObject({ 兑换号: '6183 0427', 领取期限: '到11月29日为止', 到哪里领: '浔北积分超市，一楼' })
  const handed = Object.fromEntries(linesOf({ ...order, state: 'handed', handed_at: '2026-11-21T01:00:00Z', instead_words: '原来换的是大米 2 份', ordered_name: '大米 2 份', back_points: 5 }))
  expect(handed).toMatchObject({ 退回积分: '5 分', 原来换的: '大米 2 份' })
  expect(handed).not.toHaveProperty('领取期限')
})
