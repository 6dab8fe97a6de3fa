/** Makes jl-icon's style sheet from icons.svg: a mini-program has no inline SVG, so each icon is a mask. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('../src/icons/icons.svg', import.meta.url))
const TARGET = fileURLToPath(new URL('../src/components/jl-icon/icons.css', import.meta.url))
const SYMBOL = /<symbol id="([\w-]+)" viewBox="([\d ]+)">(.*?)<\/symbol>/g
const STROKE = 'fill="none" stroke="#000" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'

export function styleSheet() {
  const icons = [...readFileSync(SOURCE, 'utf8').matchAll(SYMBOL)]
  const head = '/* Made by scripts/icons.mjs from src/icons/icons.svg: change that one. */\n'
  return head + icons.map(([, name, box, paths]) => rule(name, box, paths)).join('')
}

function rule(name, box, paths) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${STROKE}>${paths}</svg>`
  return `.jl-i-${name} { -webkit-mask-image: url("data:image/svg+xml,${encodeURIComponent(svg)}"); }\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, styleSheet())
