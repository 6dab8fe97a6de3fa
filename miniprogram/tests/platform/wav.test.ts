import { expect, it } from 'vitest'
import { resampled, wav } from '@/platform/wav'

const text = (view: DataView, at: number, n: number) => String.fromCharCode(...Array.from({ length: n }, (_, i) => view.getUint8(at + i)))

it('A second of a microphone at 48 kHz becomes a second at 16 kHz', () => {
  expect(resampled(new Float32Array(48_000), 48_000)).toHaveLength(16_000)
  expect(resampled(new Float32Array(44_100), 44_100).length).toBeCloseTo(16_000, -1)
})

it('A steady level stays that level', () => {
  expect(resampled(new Float32Array(4800).fill(0.5), 48_000).every(value => Math.abs(value - 0.5) < 1e-6)).toBe(true)
})

it('The file says what it is: 16 kHz, mono, 16 bit, and how long', () => {
  const view = new DataView(wav(new Float32Array([0, 1, -1, 2])))
  expect([text(view, 0, 4), text(view, 8, 4), text(view, 36, 4)]).toEqual(['RIFF', 'WAVE', 'data'])
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, 16_000, 16])
  expect(view.getUint32(40, true)).toBe(8)
  expect([0, 1, 2, 3].map(i => view.getInt16(44 + i * 2, true))).toEqual([0, 32767, -32767, 32767]) // louder than loud is cut
})
