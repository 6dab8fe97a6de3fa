/** Shortcuts on a computer. A phone has no keys, so nothing ever comes. */

/** What was chosen with keys is where the keyboard stands: Enter and Tab go on from there. */
export function focusOn(id: string): void {
  // #ifdef H5
  const element = document.getElementById(id)
  if (element && !element.hasAttribute('tabindex')) element.tabIndex = -1
  element?.focus({ preventScroll: true })
  // #endif
}

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
