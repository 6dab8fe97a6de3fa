/** H5 on a computer: what can be tapped can be reached with Tab and pressed with Enter or Space. */

const PRESSABLE = '[role="button"],[role="tab"],[role="radio"],[role="checkbox"]'

export function listenToKeyboard(): void {
  document.addEventListener('keydown', event => {
    const target = event.target as HTMLElement
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.matches(PRESSABLE)) return
    event.preventDefault()
    target.click()
  })
  new MutationObserver(makeReachable).observe(document.body, { childList: true, subtree: true })
  makeReachable()
}

function makeReachable() {
  document.querySelectorAll<HTMLElement>(PRESSABLE).forEach(one => {
    if (!one.hasAttribute('tabindex')) one.tabIndex = 0
  })
}
