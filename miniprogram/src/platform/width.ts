/** How wide the window is. A browser's may be drawn wider at any time; a phone's stays as it is. */

/** Tells the width in px at once and at each change. Returns how to stop. */
export function watchWidth(tell: (width: number) => void): () => void {
  tell(uni.getWindowInfo().windowWidth)
  // #ifdef H5
  const changed = ({ size }: { size: { windowWidth: number } }) => tell(size.windowWidth)
  uni.onWindowResize(changed)
  return () => uni.offWindowResize(changed)
  // #endif
  // #ifndef H5
  return () => undefined
  // #endif
}
