/** Bringing a part of the page into sight. A browser scrolls whatever the part lies in; inside WeChat the page, or the
 * sheet above it, is told how far. */
import type { ComponentPublicInstance } from 'vue'

/** Scrolls by so many px. */
export type Scroller = (px: number) => void

const sheets: Scroller[] = []

/** Something above the page that scrolls by itself, until what is returned is called. */
export function scrollsAbove(scroller: Scroller): () => void {
  sheets.push(scroller)
  return () => void sheets.splice(sheets.indexOf(scroller), 1)
}

/** Px from the top of the screen to the part, whose outermost class is `selector`. */
export function topOf(part: ComponentPublicInstance, selector: string): Promise<number> {
  // #ifdef H5
  return Promise.resolve((part.$el as HTMLElement).getBoundingClientRect().top)
  // #endif
  // #ifndef H5
  return new Promise(heard => uni.createSelectorQuery().in(part).select(selector).boundingClientRect().exec(([place]) => heard(place?.top ?? 0)))
  // #endif
}

/** `selector`: the outermost class of the part. On a computer the keyboard goes on from there. */
export function bringIntoSight(part: ComponentPublicInstance, selector: string): void {
  // #ifdef H5
  const element = part.$el as HTMLElement
  element.scrollIntoView({ block: 'center' })
  element.querySelector<HTMLElement>('input,textarea,[tabindex]')?.focus({ preventScroll: true })
  // #endif
  // #ifndef H5
  const asked = uni.createSelectorQuery().in(part).select(selector).boundingClientRect()
  asked.selectViewport().scrollOffset(() => undefined).exec(([place, page]) => {
    if (place) scroll(place.top - uni.getWindowInfo().windowHeight / 3, page?.scrollTop ?? 0)
  })
  // #endif
}

// #ifndef H5
function scroll(by: number, from: number) {
  if (sheets.length) sheets[sheets.length - 1](by)
  else uni.pageScrollTo({ scrollTop: from + by })
}
// #endif
