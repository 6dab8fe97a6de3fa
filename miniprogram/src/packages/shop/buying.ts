/** What somebody can buy with what they have: reckoned here, decided by the server. */
import type { Purse } from '@/api/points'
import type { Goods, Shop } from '@/api/shop'

/** As many as the server takes in one order. */
const MOST_AT_ONCE = 20

/** How many may be asked for at once, whatever they cost. */
export const mostOf = ({ stock, limit_count }: Goods) => Math.min(stock, limit_count ?? MOST_AT_ONCE, MOST_AT_ONCE)

export interface Deal {
  points: number
  /** What is missing; 0: there is enough. */
  lacks: number
  left: number
}

export function dealOf(price: number, count: number, available: number): Deal {
  const points = price * count
  return { points, lacks: Math.max(0, points - available), left: Math.max(0, available - points) }
}

/** Why there is no button, in words; empty: it can be had. `available` is null for whoever is not signed in. */
export function whyNot(goods: Goods, shop: Pick<Shop, 'state' | 'state_label'>, available: number | null): string {
  if (shop.state !== 'open') return shop.state_label
  if (!goods.on_shelf) return '下架了'
  if (!goods.stock) return goods.left_words
  const { lacks } = dealOf(goods.price, 1, available ?? goods.price)
  return lacks ? `不够，还差 ${lacks} 分` : ''
}

export const unitOf = ({ kind }: Pick<Goods, 'kind'>) => (kind === 'service' ? '次' : '份')

/** Who may have it and how many, when not everybody may have any number. */
export const limitsOf = (goods: Goods): string[] => [goods.buyers === 'everybody' ? '' : goods.buyers_label, goods.limit_words ?? ''].filter(Boolean)

/** In the scheme of a shop; whoever never had any there has none. */
export const availableIn = (purses: Purse[], schemeId: number) => purses.find(one => one.scheme_id === schemeId)?.available ?? 0
