/** The picture of a code is one that a camera can read: finders in three corners, white all round. */
import { expect, it } from 'vitest'
import { qrPicture } from '@/qr'

const svg = (text: string) => decodeURIComponent(qrPicture(text).replace('data:image/svg+xml,', ''))

it('It is white round the edge, and dark in three corners', () => {
  const drawn = svg('https://jinlin.example/q/c/C1.12.2f3a5b1.ABCDEFGHIJKLMNOP')
  const dark = drawn.slice(drawn.lastIndexOf('<path'))
  expect(drawn).toMatch(/viewBox="0 0 (\d+) \1"/)
  expect(dark).toContain('M4 4h7v1h-7z')
  expect(dark).not.toMatch(/M[0-3] \d+h/)
})

it('Another text is another picture', () => {
  expect(svg('a')).not.toBe(svg('b'))
})
