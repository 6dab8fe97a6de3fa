/** The build is light enough to be taken, and asks no stranger's server for anything. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, jsonAt } from './files.mjs'

const PACKAGE_BYTES = 2 * 1024 * 1024
const TEXT = /\.(js|json|wxml|wxss|wxs|svg)$/
const ADDRESS = /https?:\/\/([a-z\d-]+(?:\.[a-z\d-]+)+)/gi
/** Words inside warnings and names of XML vocabularies; nothing is fetched from them. */
const ONLY_WORDS = ['www.w3.org', 'vuejs.org', 'uniapp.dcloud.net.cn']

export function fits(folder) {
  const { subPackages = [] } = jsonAt(folder, 'app.json')
  const roots = subPackages.map(({ root }) => root)
  const weights = new Map([['the main package', 0], ...roots.map(root => [root, 0])])
  for (const file of filesIn(folder)) {
    const home = roots.find(root => file.startsWith(`${root}/`)) ?? 'the main package'
    weights.set(home, weights.get(home) + statSync(join(folder, file)).size)
  }
  return [...weights].filter(([, bytes]) => bytes > PACKAGE_BYTES).map(([name, bytes]) => `${name} has ${bytes} bytes; WeChat takes 2 MB`)
}

/** `MP_HOSTS`, comma separated: our own server, which the build may name. */
export function namesNoForeignHost(folder) {
  const ours = [...ONLY_WORDS, ...(process.env.MP_HOSTS ?? '').split(',')]
  return filesIn(folder).filter(file => TEXT.test(file)).flatMap(file => {
    const hosts = [...readFileSync(join(folder, file), 'utf8').matchAll(ADDRESS)].map(match => match[1])
    return [...new Set(hosts)].filter(host => !ours.includes(host)).map(host => `${file} names the foreign host ${host}`)
  })
}
