/** Shortcuts on a computer. A phone has no keys, so nothing ever comes. */

/** `pressed` hears one key at a time, but not what is typed into a field: from there only Escape comes. Returns how to stop. */
export function listenToKeys(pressed: (key: string) => boolean): () => void {
  // #ifdef H5
  const listen = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const typing = target.matches('input,textarea,select,[contenteditable]')
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) return
    if (pressed(event.key)) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
  // #endif
  // #ifndef H5
  return () => undefined
  // #endif
}
