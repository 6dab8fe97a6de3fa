/** What a scanned, shared or typed code says, read as a page of ours. A code only identifies: what
    follows is the server's word, so it does not matter whose address stands in front of it. */

/** What stands behind /q/ on paper and screens, and the page it opens. */
const LINKS: [RegExp, (said: string) => string][] = [
  [/q\/t\/([\w-]{16,40})$/, token => `/packages/wish/found?token=${token}`],
  [/q\/w\/([0-9A-Z]{2,12})$/, estate => `/packages/wish/write?estate=${estate}`],
  [/q\/c\/([CO]1\.[\w.]{10,100})$/, code => `/packages/market/check?code=${code}`],
  [/q\/c\/(U1\.[\w.]{10,100})$/, code => `/packages/gate/personal?code=${code}`],
  [/q\/k\/([\w-]{8,64})$/, card => `/packages/gate/personal?card=${card}`],
  [/q\/o\/([\w-]{8,40})$/, token => `/packages/market/session?token=${token}`],
  [/q\/s\/([\w-]{16,64})$/, token => `/packages/reception/slip?token=${token}`],
  [/q\/v\/([VP]1\.[\w.]{10,100})$/, code => `/packages/counter/scan?code=${code}`],
  [/q\/v\/([\w-]{10,64})$/, token => `/packages/market/verify?token=${token}`],
]
/** What people type: the number of a receipt, the digits under the code of a screen. */
const TYPED: [RegExp, (said: string) => string][] = [
  [/^\d{8}$/, number => `/packages/wish/found?number=${number}`],
  [/^\d{6}$/, digits => `/packages/market/digits?digits=${digits}`],
]
const PAGE = /^\/?(pages|packages)\/[\w/-]+(\?[^\s]*)?$/

/** A page of ours, or null when the code is a stranger's. */
export function readCode(text: string): string | null {
  const said = text.trim()
  const [link, typed] = [said.replace(/[?#].*$/, ''), said.replace(/[\s-]/g, '')]
  for (const [shape, page] of LINKS) {
    const found = shape.exec(link)
    if (found && /^$|\/$/.test(link.slice(0, found.index))) return page(found[1])
  }
  const page = TYPED.find(([shape]) => shape.test(typed))?.[1]
  return page ? page(typed) : pageIn(said)
}

/** Which session a code of a screen says it is of: C1.12.… Whether it is, the server knows. */
export const sessionIn = (code: string) => Number(/^[CO]1\.(\d+)\./.exec(code)?.[1] ?? 0)

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
