/** A key for one intention: sent again with each retry, so that the server does it once. */

export function intention(): string {
  const hex = Array.from({ length: 32 }, (_, place) => digit(place).toString(16))
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    .map(part => part.join(''))
    .join('-')
}

/** UUID version 4. It has to be unique, not secret: mini-programs have no synchronous secure source. */
function digit(place: number): number {
  if (place === 12) return 4
  const random = Math.floor(Math.random() * 16)
  return place === 16 ? (random & 3) | 8 : random
}
