/** The files of a build, as paths relative to it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export function filesIn(folder, ending = '') {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
}

export const jsonAt = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))
