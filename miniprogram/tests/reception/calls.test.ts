import { expect, it } from 'vitest'
import { callWords, latest, newCalls } from '@/packages/gate/calls'

const at = (minute: number) => `2026-11-27T07:${String(minute).padStart(2, '0')}:00+00:00`
const called = (n: number, minute: number, table: number | null = 2) => ({ n, table, at: at(minute) })

it('says nothing of what hung there before the screen was opened', () => {
  expect(newCalls([called(12, 5)], '')).toEqual([])
})

it('says what was called since, in the order in which it was', () => {
  expect(newCalls([called(14, 9), called(13, 8), called(12, 5)], at(5)).map(one => one.n)).toEqual([13, 14])
})

it('says a number again when it is called once more', () => {
  const before = latest([called(12, 5)], at(0))

  expect(newCalls([called(12, 6)], before).map(one => one.n)).toEqual([12])
})

it('remembers the latest even when it has left the table', () => {
  expect(latest([called(12, 5)], at(9))).toBe(at(9))
})

it('names the number and the table', () => {
  expect(callWords(called(12, 5))).toBe('请 12 号到 2 号桌')
  expect(callWords(called(12, 5, null))).toBe('请 12 号到接待台')
})
