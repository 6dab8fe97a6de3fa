/** The page stack: every way of going from page to page, with WeChat's rules for each. */
import { posix } from 'node:path'
import { jsonAt } from '../files.mjs'
import { pagesOf } from '../structure.mjs'
import { answering } from './answering.mjs'
import { layer } from './glass.mjs'

const DEEPEST = 10

export function pages(build) {
  const stack = []
  const app = jsonAt(build, 'app.json')
  const known = pagesOf(app)
  const tabs = (app.tabBar?.list ?? []).map(tab => tab.pagePath)
  const top = () => stack.at(-1)

  function target(url) {
    const [path, search = ''] = url.split('?')
    const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(top()?.page.route ?? ''), path)
    if (!known.includes(route)) throw new Error(`page "${route}" is not found`)
    return { route, query: Object.fromEntries(search.split('&').filter(Boolean).map(pairOf)) }
  }

  /** A page that asks for the current pages while it loads finds itself on top. */
  function push({ route, query }) {
    stack.push(layer(build, route))
    top().open(query)
  }

  function drop(count) {
    for (const gone of stack.splice(stack.length - count).reverse()) gone.close()
  }

  const ways = {
    navigateTo({ url }) {
      const to = target(url)
      if (stack.length >= DEEPEST) throw new Error('webview count limit exceed')
      top()?.page.onHide?.()
      push(to)
    },
    redirectTo({ url }) {
      const to = target(url)
      drop(1)
      push(to)
    },
    reLaunch({ url }) {
      const to = target(url)
      drop(stack.length)
      push(to)
    },
    switchTab({ url }) {
      if (!tabs.includes(target(url).route)) throw new Error('can not switch to no-tabBar page')
      ways.reLaunch({ url })
    },
    navigateBack({ delta = 1 }) {
      if (stack.length === 1) throw new Error('cannot navigate back at first page')
      drop(Math.min(delta, stack.length - 1))
      top().page.onShow?.()
    },
  }

  return {
    top,
    where: () => stack.map(({ page }) => page.$page?.fullPath ?? page.route),
    launch: url => push(target(url)),
    back: () => ways.navigateBack({}),
    current: () => stack.map(({ page }) => page),
    wx: Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, answering(name, way)])),
  }
}

/** WeChat hands the query to a page as it was written: the page decodes it. */
function pairOf(pair) {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}
