/** What somebody may have of the goods on a shelf, as the server counts it. */
import type { components } from '@/api/contract'

type Goods = components['schemas']['GoodsView']

/** As many as the server takes in one order. */
export const MOST_AT_ONCE = 20

/** Why this person may have none of it, whatever they can pay; empty: they may. */
export const notFor = ({ lacks_words, may_have, may_have_words }: Pick<Goods, 'lacks_words' | 'may_have' | 'may_have_words'>) => lacks_words ?? (may_have === 0 ? may_have_words ?? '' : '')

/** How many of it they may ask for at once, whatever they cost. */
export const mostOf = ({ stock, may_have }: Pick<Goods, 'stock' | 'may_have'>) => Math.min(stock, may_have ?? MOST_AT_ONCE, MOST_AT_ONCE)
