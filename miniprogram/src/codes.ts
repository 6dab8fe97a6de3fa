/** What a scanned, shared or typed code says, read as a page of ours. A code only identifies: what
    follows is the server's word, so it does not matter whose address stands in front of it. */

const TICKET = /(?:^|\/)q\/t\/([\w-]{16,40})$/
const WISH = /(?:^|\/)q\/w\/([0-9A-Z]{2,12})$/
const NUMBER = /^\d{8}$/
const PAGE = /^\/?(pages|packages)\/[\w/-]+(\?[^\s]*)?$/

/** A page of ours, or null when the code is a stranger's. */
export function readCode(text: string): string | null {
  const said = text.trim()
  const plain = said.replace(/[?#].*$/, '')
  const [, token] = TICKET.exec(plain) ?? []
  if (token) return `/packages/wish/found?token=${token}`
  const [, estate] = WISH.exec(plain) ?? []
  if (estate) return `/packages/wish/write?estate=${estate}`
  const number = said.replace(/[\s-]/g, '')
  return NUMBER.test(number) ? `/packages/wish/found?number=${number}` : pageIn(said)
}

/** A page path from a mini-program path or an address of our H5. */
export function pageIn(text: string): string | null {
  const path = text.includes('#/') ? text.slice(text.indexOf('#/') + 1) : text
  return PAGE.test(path) ? path.replace(/^\/?/, '/') : null
}

/** The link behind pages/q/q: WeChat hands over the whole address encoded once, H5 the part after /q/. */
export function linkIn(query: { q?: string; path?: string }): string {
  if (query.q) return decoded(query.q)
  return query.path ? `/q/${decoded(query.path)}` : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
