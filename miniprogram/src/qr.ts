/** A QR code as an SVG picture in an address: both WeChat and browsers draw it, sharp at any size. */
import { encode } from 'uqr'

const QUIET = 4 // modules of white around it that cameras need

/** `M`: some of it may be smudged or in glare; larger would make the modules smaller. */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data.map((row, y) => runs(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`).join('')).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Neighbouring dark modules of a row as one bar: between bars of one module each, hairlines would show. */
function runs(row: boolean[]): [number, number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found[found.length - 1]
    if (dark && last && last[0] + last[1] === x) last[1]++
    else if (dark) found.push([x, 1])
  })
  return found
}
