/** Codes given ahead: shown in time by what has elapsed, never early, and never after they ran out. */
import { expect, it } from 'vitest'
import { codeAt } from '@/composables/useCodes'

const given = (seconds_left: number) => ({ step: 30, seconds_left, present: 37, expected: 52, items: ['a', 'b', 'c', 'd'].map(link => ({ link, digits: '482915' })) })
const linkAfter = (ms: number) => codeAt(given(10), 5000, 5000 + ms).code?.link

it('The first one holds for what is left of its time', () => {
  expect(codeAt(given(10), 5000, 5000)).toMatchObject({ code: { link: 'a' }, left: 10, ahead: 100 })
  expect(linkAfter(9_999)).toBe('a')
})

it('Each next one takes its turn without a network', () => {
  expect([10_000, 39_999, 40_000, 70_000].map(linkAfter)).toEqual(['b', 'b', 'c', 'd'])
  expect(codeAt(given(10), 0, 10_000).left).toBe(30)
})

it('When all have had their turn there is none, rather than an old one', () => {
  expect(codeAt(given(10), 0, 100_000)).toMatchObject({ code: null, ahead: 0 })
})
