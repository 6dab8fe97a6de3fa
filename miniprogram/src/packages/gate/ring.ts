/** The frame round the code that empties while its time runs: drawn, so that it is the same everywhere. */

/** `part`: 1 is full. A path of length 100 from the top middle, clockwise. */
export function ring(part: number, colour: string): string {
  const frame = 'fill="none" stroke-width="2.4" d="M50 2H91Q98 2 98 9V91Q98 98 91 98H9Q2 98 2 91V9Q2 2 9 2H50" pathLength="100"'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path ${frame} stroke="#E2E0D8"/><path ${frame} stroke="${colour}" stroke-linecap="round" stroke-dasharray="${(part * 100).toFixed(1)} 200"/></svg>`
  return `background-image:url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
