/** What the home page can show. Each part is there only when the server has something to say. */
import type { MarketCard } from './parts/home-market.vue'
import type { WishCard } from './parts/home-wish.vue'

export interface HomeShows {
  /** From the server: 周日 · 农历十月十四 小雪 */
  today?: string
  waiting?: { title: string; action: string; path: string }
  notice?: { title: string; body: string }
  market?: MarketCard
  wishes?: WishCard[]
  reception?: string
  points?: number
  desk?: { name: string; phone: string }
  hotlines?: { label: string; phone: string; hours: string }[]
}
