import { expect, it } from 'vitest'
import * as words from '@/words'

const NOW = '2026-11-22T07:20:00Z' // Sunday 15:20 in Dehua

it.each([
  ['2026-11-22T07:00:00Z', '今天 15:00'],
  ['2026-11-21T08:40:00Z', '昨天 16:40'],
  ['2026-11-20T08:40:00Z', '前天 16:40'],
  ['2026-11-21T16:30:00Z', '今天 0:30'], // past midnight in Shanghai, still yesterday in UTC
  ['2026-11-23T04:00:00+08:00', '明天 4:00'],
  ['2026-11-24T17:30:00+08:00', '后天 17:30'],
  ['2026-11-26T15:00:00+08:00', '11月26日 周四 15:00'],
  ['2025-12-31T15:00:00+08:00', '2025年12月31日 周三 15:00'],
])('%s is %s', (at, said) => {
  expect(words.when(at, NOW)).toBe(said)
})

it.each([
  ['2026-11-22', '今天'],
  ['2026-11-23', '明天'],
  ['2026-11-26', '11月26日 周四'],
])('The day %s is %s', (on, said) => {
  expect(words.day(on, NOW)).toBe(said)
})

it.each([
  ['2026-11-26', '还有 4 天'],
  ['2026-11-22', '就是今天'],
  ['2026-11-20', '已经过去了'],
])('To %s: %s', (on, said) => {
  expect(words.daysTo(on, NOW)).toBe(said)
})

it.each([
  ['2026-11-22T17:30:00+08:00', '还剩 2 小时'],
  ['2026-11-24T15:20:00+08:00', '还剩 2 天'],
  ['2026-11-21T15:00:00+08:00', '已超期 1 天'],
  ['2026-11-22T15:20:30+08:00', '还剩 不到 1 分钟'],
])('What is due at %s is %s', (due, said) => {
  expect(words.left(due, NOW)).toBe(said)
})

it('A ticket that came this minute came 刚刚', () => {
  expect(words.age(NOW, NOW)).toBe('刚刚')
  expect(words.age('2026-11-20T07:20:00Z', NOW)).toBe('2 天')
})

it.each([
  ['2026-11-22T07:20:00Z', '刚刚'],
  ['2026-11-22T07:00:00Z', '20 分钟前'],
  ['2026-11-22T01:20:00Z', '6 小时前'],
  ['2026-11-21T10:20:00Z', '昨天'], // 21 hours, but people count days
  ['2026-11-20T10:20:00Z', '前天'],
  ['2026-11-18T10:20:00Z', '4 天前'],
  ['2026-11-02T10:20:00Z', '11月2日'],
])('What came at %s came %s', (at, said) => {
  expect(words.ago(at, NOW)).toBe(said)
})

it('A short day has no weekday', () => {
  expect(words.shortDay('2026-11-20', NOW)).toBe('前天')
  expect(words.shortDay('2026-11-18', NOW)).toBe('11月18日')
})

it('A number is grouped as it is read out', () => {
  expect(words.spoken('10264738')).toBe('1026 4738')
})

it('A rate always stands with its fraction', () => {
  expect(words.rate(1219, 1456)).toBe('83.7% · 1219/1456')
  expect(words.rate(0, 0)).toBe('— · 0/0')
})

it.each([[5, '早上好'], [11, '中午好'], [15, '下午好'], [19, '晚上好'], [3, '晚上好']])('At %i it is %s', (hour, said) => {
  expect(words.greeting(`2026-11-22T${String(hour).padStart(2, '0')}:30:00+08:00`)).toBe(said)
})

it.each([[0, '0 分'], [45, '45 分'], [60, '1 小时'], [95, '1 小时 35 分']])('%i minutes are %s', (n, said) => {
  expect(words.minutes(n)).toBe(said)
})
