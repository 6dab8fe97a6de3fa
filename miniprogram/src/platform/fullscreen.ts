/** The whole screen for one page. A mini-program has it already; a browser asks for a tap first. */

export function canFillScreen(): boolean {
  // #ifdef H5
  return !!document.documentElement.requestFullscreen
  // #endif
  // #ifndef H5
  return false
  // #endif
}

export async function fillScreen(on: boolean): Promise<void> {
  // #ifdef H5
  if (on) await document.documentElement.requestFullscreen().catch(() => undefined)
  else if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined)
  // #endif
}
