/** Says whether WeChat would take a mini-program build: node check.mjs <folder>. Prints what is wrong, exits 1. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compiles } from './compiles.mjs'
import { fits, namesNoForeignHost } from './ships.mjs'
import { hangsTogether } from './structure.mjs'

export function faults(folder) {
  if (!existsSync(resolve(folder, 'app.json'))) return [`${folder}: no app.json, not a mini-program build`]
  return [hangsTogether, compiles, fits, namesNoForeignHost].flatMap(check => check(resolve(folder)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = faults(process.argv[2] ?? 'dist/build/mp-weixin')
  found.forEach(fault => console.error(`✗ ${fault}`))
  if (!found.length) console.log('✓ WeChat would take this build')
  process.exitCode = found.length ? 1 : 0
}
