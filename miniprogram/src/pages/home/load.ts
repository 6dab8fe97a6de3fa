/** Asks the server for what the home page shows. One part that fails leaves the others standing. */
import { type Board, showBoard } from '@/api/people'
import { listWishes, type WallCard } from '@/api/wishes'
import { date } from '@/words'
import type { HomeShows } from './shows'

const NEARBY = 2

export async function loadHome(estateId: number): Promise<HomeShows> {
  const [board, wall] = await Promise.allSettled([showBoard(estateId), listWishes({ area_id: estateId, limit: NEARBY })])
  return {
    ...(board.status === 'fulfilled' ? fromBoard(board.value) : {}),
    ...(wall.status === 'fulfilled' && wall.value.items.length ? { wishes: wall.value.items.map(cardOf) } : {}),
  }
}

function fromBoard(board: Board): HomeShows {
  const [notice] = board.notices
  return { today: board.today_words, notice, desk: board.desk ?? undefined, hotlines: board.hotlines }
}

const cardOf = (card: WallCard) => ({
  title: card.title,
  state: card.state_label,
  where: [card.estate_name, card.group_label, date(card.published_at)].filter(Boolean).join(' · '),
  path: `/pages/ticket/ticket?id=${card.id}`,
})
