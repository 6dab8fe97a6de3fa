/** What is shipped asks no stranger's server for anything. Looks at the builds that are there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const DIST = join(__dirname, '../dist/build')
const BUILDS = ['h5', 'mp-weixin'].filter(name => existsSync(join(DIST, name)))
/** Names of XML vocabularies and words inside warnings; nothing is fetched from them. */
const ONLY_WORDS = ['www.w3.org', 'vuejs.org', 'uniapp.dcloud.net.cn', 'uniapp.dcloud.io', 'github.com']
const TEXT = /\.(js|css|html|json|wxml|wxss|svg)$/

function files(folder: string): string[] {
  return readdirSync(folder).map(name => join(folder, name)).flatMap(path => (statSync(path).isDirectory() ? files(path) : [path]))
}

const hostsIn = (path: string) => [...readFileSync(path, 'utf8').matchAll(/(?:https?:)?\/\/([a-z\d-]+(?:\.[a-z\d-]+)+)/gi)].map(match => match[1])

describe.runIf(BUILDS.length)('the builds', () => {
  it.each(BUILDS)('%s names no foreign host', name => {
    const found = files(join(DIST, name)).filter(path => TEXT.test(path)).flatMap(hostsIn)
    expect([...new Set(found)].filter(host => !ONLY_WORDS.includes(host))).toEqual([])
  })

  it.runIf(BUILDS.includes('h5'))('h5 is in Chinese and may be zoomed', () => {
    const page = readFileSync(join(DIST, 'h5/index.html'), 'utf8')
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).not.toMatch(/user-scalable|maximum-scale/)
  })
})
