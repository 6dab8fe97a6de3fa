import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
// @ts-expect-error a plain script, run by node without a build
import { styleSheet } from '../scripts/icons.mjs'

it('The icons’ style sheet is the one their drawings make', () => {
  const made = readFileSync(new URL('../src/components/jl-icon/icons.css', import.meta.url), 'utf8')
  expect(made).toBe(styleSheet())
})
