/** What somebody can buy with what they have: reckoned here, decided by the server. */
import type { Purse } from '@/api/points'
import type { Goods, Shop } from '@/api/shop'
import { notFor } from '@/shelf'

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
  const no = notFor(goods)
  if (no) return no
  const { lacks } = dealOf(goods.price, 1, available ?? goods.price)
  return lacks ? (available ? `不够，还差 ${lacks} 分` : `攒够 ${lacks} 分就能换`) : ''
}

/** Whether points are all that is missing. */
export const lacksPoints = (why: string) => /^(不够|攒够)/.test(why)

export const unitOf = ({ kind }: Pick<Goods, 'kind'>) => (kind === 'service' ? '次' : '份')

/** Who may have it and how many, when not everybody may have any number. */
export const limitsOf = (goods: Goods): string[] => [goods.buyers === 'everybody' ? '' : goods.buyers_label, goods.limit_words ?? ''].filter(Boolean)

/** In the scheme of a shop; whoever never had any there has none. */
export const availableIn = (purses: Purse[], schemeId: number) => purses.find(one => one.scheme_id === schemeId)?.available ?? 0
