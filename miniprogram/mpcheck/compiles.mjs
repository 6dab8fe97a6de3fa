/** WeChat's own compilers accept every template and style sheet; every script parses. */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { filesIn } from './files.mjs'

const PLATFORM = { linux: 'linux', darwin: 'mac' }[process.platform]
const PACKAGE = dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'))

export function compiles(folder) {
  return [
    ...refusedBy('wcc', ['-d'], folder, '.wxml'),
    ...refusedBy('wcsc', ['-lc'], folder, '.wxss'),
    ...filesIn(folder, '.js').flatMap(file => unparsed(folder, file)),
  ]
}

/** One by one: asked for many at once, wcsc reports none of them. */
function refusedBy(compiler, flags, folder, ending) {
  const binary = join(PACKAGE, 'bin', PLATFORM, compiler)
  chmodSync(binary, 0o755) // the package is published without the bit
  return filesIn(folder, ending).flatMap(file => {
    const { status, stdout, stderr } = spawnSync(binary, [...flags, file], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
    const said = (stderr || stdout).trim().split('\n')[0]
    return status === 0 ? [] : [`${file} does not compile: ${said}`]
  })
}

function unparsed(folder, file) {
  try {
    new Script(readFileSync(join(folder, file), 'utf8'), { filename: file })
    return []
  } catch (error) {
    return [`${file} does not parse: ${error.message}`]
  }
}
