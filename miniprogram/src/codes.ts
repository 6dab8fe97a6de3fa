/** What a scanned code says, read as a page of ours. A code only identifies; what follows is the server's word. */

/** A page path from a mini-program path or an address of our H5, or null when the code is a stranger's. */
export function pageIn(text: string): string | null {
  const path = text.includes('#/') ? text.slice(text.indexOf('#/') + 1) : text
  return /^\/?(pages|packages)\/[\w/-]+(\?[^\s]*)?$/.test(path) ? path.replace(/^\/?/, '/') : null
}
