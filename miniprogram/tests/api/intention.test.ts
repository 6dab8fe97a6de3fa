import { expect, it } from 'vitest'
import { intention } from '@/api/intention'

it('An intention is a UUID that the server accepts, and no two are the same', () => {
  const keys = Array.from({ length: 1000 }, intention)
  expect(new Set(keys).size).toBe(1000)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
