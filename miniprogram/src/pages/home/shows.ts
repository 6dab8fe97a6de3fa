/** What the home page can show. Each part is there only when the server has something to say. */
import type { Problem } from '@/api/problem'
import type { MarketCard } from './parts/home-market.vue'
import type { ReceptionCard } from './parts/home-reception.vue'
import type { WishCard } from './parts/home-wish.vue'

export interface Waiting {
  title: string
  action: string
  path: string
}

export interface HomeShows {
  /** From the server: 周日 · 农历十月十四 小雪 */
  today?: string
  waiting?: Waiting
  notice?: { title: string; body: string }
  market?: MarketCard
  reception?: ReceptionCard
  /** What can be spent: 19 分. */
  points?: string
  wishes?: WishCard[]
  desk?: { name: string; phone: string }
  hotlines?: { label: string; phone: string; hours: string }[]
  /** The beginning of a wish that lies on this phone. */
  unfinished?: string
  /** Nothing could be loaded. */
  problem?: Problem
}
