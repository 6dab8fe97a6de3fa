/** From the microphone's numbers to a WAV file, 16 kHz mono 16 bit: half the size of a call, clear enough for speech. */

export const WAV_RATE = 16_000
const HEADER = 44

/** Averages instead of skipping, so that hiss does not fold into the voice. */
export function resampled(samples: Float32Array, from: number, to = WAV_RATE): Float32Array {
  if (from <= to) return samples
  const step = from / to
  const out = new Float32Array(Math.floor(samples.length / step))
  for (let i = 0; i < out.length; i++) out[i] = mean(samples, Math.floor(i * step), Math.floor((i + 1) * step))
  return out
}

function mean(samples: Float32Array, start: number, end: number): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += samples[i]
  return sum / (end - start)
}

export function wav(samples: Float32Array, rate = WAV_RATE): ArrayBuffer {
  const bytes = new ArrayBuffer(HEADER + samples.length * 2)
  const view = new DataView(bytes)
  writeHeader(view, samples.length * 2, rate)
  samples.forEach((value, i) => view.setInt16(HEADER + i * 2, Math.max(-1, Math.min(1, value)) * 0x7fff, true))
  return bytes
}

function writeHeader(view: DataView, length: number, rate: number) {
  const word = (at: number, text: string) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)))
  word(0, 'RIFF')
  view.setUint32(4, HEADER - 8 + length, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true) // length of the format part
  view.setUint16(20, 1, true) // plain PCM
  view.setUint16(22, 1, true) // one channel
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, length, true)
}
