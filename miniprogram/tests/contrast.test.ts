/** The promise of tokens.css: every text on every ground it stands on is at least 4.5:1, in every size. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8')
const GROUNDS = ['ground', 'surface', 'sunk']
const PAIRS = [
  ...GROUNDS.flatMap(ground => ['ink', 'quiet', 'green', 'red', 'gold'].map(text => [text, ground])),
  ['green', 'green-wash'], ['ink', 'green-wash'], ['quiet', 'green-wash'], ['red', 'red-wash'], ['ink', 'red-wash'],
  ['gold', 'gold-wash'], ['ink', 'gold-wash'],
  ...['green', 'green-deep', 'red', 'gold'].map(ground => ['on-green', ground]),
  ['on-green-quiet', 'green-deep'], ['on-green-quiet', 'green'],
]

function tokens(...selectors: string[]): Record<string, string> {
  const bodies = selectors.map(selector => CSS.split(`${selector} {`)[1].split('}')[0])
  return Object.fromEntries(bodies.flatMap(body => [...body.matchAll(/--([\w-]+):\s*(#\w{6}|\d+px)/g)].map(([, name, value]) => [name, value])))
}

const LOOKS = {
  标准: tokens('.jl-look'),
  长辈版: tokens('.jl-look', '.jl-look.jl-elder'),
  特大字: tokens('.jl-look', '.jl-look.jl-elder', '.jl-look.jl-huge'),
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(LOOKS))('%s', (_, look) => {
  it.each(PAIRS)('%s on %s can be read', (text, ground) => {
    expect(contrast(look[text], look[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('The outline of a control can be seen', () => {
    expect(contrast(look['line-strong'], look.surface)).toBeGreaterThanOrEqual(3)
  })
})

it('Text and targets are never smaller than promised', () => {
  const px = (look: Record<string, string>, name: string) => parseInt(look[name])
  expect(px(LOOKS.标准, 't-1')).toBeGreaterThanOrEqual(14)
  expect(px(LOOKS.标准, 'tap-s')).toBeGreaterThanOrEqual(44)
  expect(px(LOOKS.长辈版, 't-1')).toBeGreaterThanOrEqual(18)
  expect(px(LOOKS.长辈版, 'tap-s')).toBeGreaterThanOrEqual(60)
  expect(px(LOOKS.特大字, 't-2')).toBeGreaterThanOrEqual(30)
})
