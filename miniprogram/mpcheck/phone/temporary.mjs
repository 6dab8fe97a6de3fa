/** Files that WeChat lends to a page: named wxfile://…, so that nobody takes them for paths or for our server's. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SCHEME = 'wxfile://'

export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'phone-'))
  let count = 0
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

  const fresh = ending => `${SCHEME}tmp-${++count}.${ending}`
  const real = path => {
    if (!path.startsWith(SCHEME)) throw new Error(`file doesn't exist: ${path}`)
    return join(folder, path.slice(SCHEME.length))
  }

  function kept(ending, put) {
    const path = fresh(ending)
    put(real(path))
    return path
  }

  return {
    real,
    copied: file => kept(file.split('.').at(-1), path => copyFileSync(file, path)),
    written: bytes => kept('bin', path => writeFileSync(path, bytes)),
  }
}

export const isLent = path => path.startsWith(SCHEME)
