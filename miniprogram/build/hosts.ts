/** Vite plugins that keep addresses of other people's servers out of what we ship. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const FONT = join(__dirname, '../node_modules/wot-design-uni/components/wd-icon/wd-icons.ttf')
const FONT_SOURCES = /src:\s*url\('https:\/\/at\.alicdn\.com[^;]*;/g
const FOREIGN_IMAGE = /url\(["']?https?:\/\/[^)"']+["']?\)/g

/** wot-design-uni loads its icon font from a CDN; the same font is in its package. */
export function inlineIconFont(): Plugin {
  const font = readFileSync(FONT).toString('base64')
  const source = `src: url('data:font/ttf;base64,${font}') format('truetype');`
  return {
    name: 'jinlin:inline-icon-font',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('wot-design-uni') && FONT_SOURCES.test(code) ? code.replace(FONT_SOURCES, source) : null
    },
  }
}

/** uni-h5 paints a shadow under its own navigation bar with a picture from a CDN; ours has none. */
export function noForeignHosts(): Plugin {
  return {
    name: 'jinlin:no-foreign-hosts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && typeof file.source === 'string') file.source = file.source.replace(FOREIGN_IMAGE, 'none')
      }
    },
  }
}
