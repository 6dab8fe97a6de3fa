import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useCountdown } from '@/composables/useCountdown'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('It counts down to nothing and stops there', () => {
  const { left, start } = useCountdownHere()
  start(60)
  expect(left.value).toBe(60)
  vi.advanceTimersByTime(59_000)
  expect(left.value).toBe(1)
  vi.advanceTimersByTime(5_000)
  expect(left.value).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

it('A phone that slept meanwhile has waited, too', () => {
  const { left, start } = useCountdownHere()
  start(60)
  vi.setSystemTime(Date.now() + 50_000)
  vi.advanceTimersByTime(250)
  expect(left.value).toBe(10)
})

it('Nothing goes on counting when the page is gone', () => {
  const { scope, start } = useCountdownHere()
  start(60)
  scope.stop()
  expect(vi.getTimerCount()).toBe(0)
})

function useCountdownHere() {
  const scope = effectScope()
  return { scope, ...scope.run(useCountdown)! }
}
