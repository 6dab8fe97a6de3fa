/** What the home page can show. Each part is there only when the server has something to say. */
import type { MarketCard } from './parts/home-market.vue'
import type { WishCard } from './parts/home-wish.vue'

export interface HomeShows {
  lunar?: string
  waiting?: { title: string; action: string; path: string }
  notice?: { title: string; path: string }
  market?: MarketCard
  wishes?: { cards: WishCard[]; count: number }
  reception?: string
  points?: number
  community?: { name: string; phone: string }
}
