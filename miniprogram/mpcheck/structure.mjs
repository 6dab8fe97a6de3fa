/** Every page and component that is named is there, with all its files; tab icons are small enough. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { filesIn, jsonAt } from './files.mjs'

const TAB_ICON_BYTES = 40 * 1024
const PARTS = ['.js', '.json', '.wxml'] // a style sheet may be missing: then there is none

export function hangsTogether(folder) {
  const app = jsonAt(folder, 'app.json')
  return [...missingPages(folder, app), ...missingComponents(folder), ...heavyTabIcons(folder, app)]
}

export function pagesOf(app) {
  const packages = app.subPackages ?? app.subpackages ?? []
  return [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map(page => posix.join(root, page)))]
}

const missingParts = (folder, path, why) =>
  PARTS.filter(part => !existsSync(join(folder, path + part))).map(part => `${path}${part} is missing (${why})`)

const missingPages = (folder, app) => pagesOf(app).flatMap(page => missingParts(folder, page, 'a page of app.json'))

function missingComponents(folder) {
  return filesIn(folder, '.json').flatMap(file => {
    const used = Object.values(jsonAt(folder, file).usingComponents ?? {}).filter(path => !path.startsWith('plugin://'))
    return used.flatMap(path => missingParts(folder, placeOf(path, file), `used in ${file}`))
  })
}

const placeOf = (path, file) => (path.startsWith('/') ? path.slice(1) : posix.join(dirname(file), path))

function heavyTabIcons(folder, app) {
  const icons = (app.tabBar?.list ?? []).flatMap(tab => [tab.iconPath, tab.selectedIconPath]).filter(Boolean)
  return icons.flatMap(icon => {
    if (!existsSync(join(folder, icon))) return [`${icon} is missing (a tab icon)`]
    return statSync(join(folder, icon)).size > TAB_ICON_BYTES ? [`${icon}: a tab icon may have 40 KB`] : []
  })
}
