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

const CURSOR_BACK_MS = 150
const WIDE_ENOUGH = 1024

/** On a computer the cursor stands in the field under `id`: it comes back after each tap, and what is typed beside a field is
 * typed into it. Tab still leads away. A phone would open its keyboard over everything, so there it does nothing. */
export function holdCursor(id: string): () => void {
  // #ifdef H5
  const field = () => document.getElementById(id)?.querySelector('input')
  const isTyping = () => document.activeElement?.matches('input,textarea,select,[contenteditable]') ?? false
  const isFree = () => window.innerWidth >= WIDE_ENOUGH && !isTyping() && !document.querySelector('[aria-modal="true"]')
  const back = () => setTimeout(() => isFree() && field()?.focus({ preventScroll: true }), CURSOR_BACK_MS)
  const typed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && isFree()) field()?.focus({ preventScroll: true })
  }
  document.addEventListener('click', back)
  document.addEventListener('keydown', typed)
  void back()
  return () => {
    document.removeEventListener('click', back)
    document.removeEventListener('keydown', typed)
  }
  // #endif
  // #ifndef H5
  return () => undefined
  // #endif
}
