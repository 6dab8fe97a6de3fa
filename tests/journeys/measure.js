/** What can be read and hit on this page, measured: words too small or too pale, targets too small,
 *  anything wider than the screen. Gives sentences; none is good. */
({ text, target }) => {
  const found = new Set()
  const say = (what, element) => found.add(`${what}: ${name(element)}`)
  const name = element => {
    const words = (element.innerText || element.getAttribute('aria-label') || element.placeholder || '').trim()
    return `${element.tagName.toLowerCase()}.${String(element.className).split(' ')[0]} 「${words.slice(0, 24)}」`
  }
  const seen = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest('[aria-hidden="true"]')
  const numbers = colour => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const over = (front, back) => {
    const [r, g, b, a = 1] = front
    return [r, g, b].map((one, i) => one * a + back[i] * (1 - a))
  }
  const ground = element => {
    const layers = []
    for (let one = element; one; one = one.parentElement) layers.push(numbers(getComputedStyle(one).backgroundColor))
    return layers.reduceRight((below, layer) => (layer.length ? over(layer, below) : below), [255, 255, 255])
  }
  const light = colour => {
    const [r, g, b] = colour.map(one => one / 255).map(one => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => {
    const [bright, dark] = [light(a), light(b)].sort((x, y) => y - x)
    return (bright + 0.05) / (dark + 0.05)
  }

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (words.nextNode()) {
    const element = words.currentNode.parentElement
    if (!words.currentNode.data.trim() || !seen(element) || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue
    const style = getComputedStyle(element)
    if (parseFloat(style.fontSize) < text) say(`text of ${style.fontSize}`, element)
    const back = ground(element)
    const ratio = contrast(over(numbers(style.color), back), back)
    if (ratio < 4.5) say(`contrast of ${ratio.toFixed(2)}`, element)
  }
  for (const element of document.querySelectorAll('input, textarea')) {
    if (seen(element) && parseFloat(getComputedStyle(element).fontSize) < text) say('typed text too small', element)
  }

  const boxes = 'uni-button, [role="button"], [role="tab"], [role="radio"], [role="checkbox"], .jl-field-box, .wall-search, .st-find, a[href]'
  for (const element of document.querySelectorAll(boxes)) {
    if (!seen(element)) continue
    const { width, height } = element.getBoundingClientRect()
    if (width < target - 0.5 || height < target - 0.5) say(`target of ${Math.round(width)}×${Math.round(height)}`, element)
  }

  const scrolls = element => element.closest('.jl-chips, .uni-scroll-view, [class*="scroll"]')
  const screen = document.documentElement.clientWidth
  if (document.scrollingElement.scrollWidth > screen) found.add(`the page is ${document.scrollingElement.scrollWidth} wide on a screen of ${screen}`)
  for (const element of document.querySelectorAll('uni-page-body *')) {
    const { left, right, width } = element.getBoundingClientRect()
    if (width && seen(element) && !scrolls(element) && (right > screen + 1 || left < -1)) say(`sticks out (${Math.round(left)} to ${Math.round(right)})`, element)
  }
  return [...found]
}
