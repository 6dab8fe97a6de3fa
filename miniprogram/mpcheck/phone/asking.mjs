/** Where things are on the screen, for whoever asks. This glass has no layout: everything is at the top. */

const PLACE = { left: 0, top: 0, right: 390, bottom: 48, width: 390, height: 48 }
const PAGE = { scrollLeft: 0, scrollTop: 0 }

/** As wx.createSelectorQuery: what is asked for is answered in order, all at once. */
export function selectorQuery() {
  const found = []
  const query = {
    in: () => query,
    select: () => query,
    selectViewport: () => query,
    boundingClientRect: heard => answer(PLACE, heard),
    scrollOffset: heard => answer(PAGE, heard),
    exec(heard) {
      setTimeout(() => {
        for (const [place, told] of found) told?.(place)
        heard?.(found.map(([place]) => place))
      })
    },
  }
  function answer(place, heard) {
    found.push([place, heard])
    return query
  }
  return query
}
