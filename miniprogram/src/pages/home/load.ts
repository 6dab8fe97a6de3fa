/** Asks the server for what the home page shows. One part that fails leaves the others standing. */
import { TicketState } from '@/api/flows'
import { listSessions, type SessionCard } from '@/api/occasions'
import { type Board, listAreas, showBoard } from '@/api/people'
import { asProblem } from '@/api/problem'
import { listPurses, pointsWords } from '@/api/points'
import { listReceptions, type Reception } from '@/api/reception'
import { listMyOrders } from '@/api/shop'
import { listMine, listTasks, type MineRow, type TaskRow } from '@/api/tickets'
import { has } from '@/api/traits'
import { listWishes, type WallCard } from '@/api/wishes'
import { boardPage, RECEPTION, receptionPage, sessionPage, ticketPage } from '@/places'
import { useDrafts } from '@/stores/drafts'
import { ago, clock, named, span } from '@/words'
import { marketWaiting } from './market-waiting'
import { askedAtCounter, toFetch } from './shop-waiting'
import type { HomeShows, Waiting } from './shows'

const NEARBY = 3

interface Who {
  estateId?: number
  signedIn: boolean
}

/** One's own estate stands first on the wall; who is not signed in sees the whole county. */
export async function loadHome({ estateId, signedIn }: Who): Promise<HomeShows> {
  const [board, wall, waiting, market, reception, points] = await Promise.allSettled([
    boardOf(estateId),
    listWishes({ limit: NEARBY }),
    signedIn ? firstWaiting() : undefined,
    nextMarket(estateId),
    nextReception(estateId),
    signedIn ? listPurses().then(({ items }) => pointsWords(items)) : '',
  ])
  const deaf = board.status === 'rejected' && wall.status === 'rejected'
  return {
    ...(board.status === 'fulfilled' ? fromBoard(board.value) : {}),
    ...(wall.status === 'fulfilled' ? { wishes: wall.value.items.map(cardOf) } : {}),
    ...(waiting.status === 'fulfilled' ? { waiting: waiting.value } : {}),
    ...(market.status === 'fulfilled' ? { market: market.value } : {}),
    ...(reception.status === 'fulfilled' ? { reception: reception.value } : {}),
    ...(points.status === 'fulfilled' ? { points: points.value } : {}),
    problem: deaf ? asProblem(wall.reason) : undefined,
  }
}

async function boardOf(estateId?: number): Promise<Board | undefined> {
  if (estateId) return showBoard(estateId)
  const { items } = await listAreas()
  return items.length ? showBoard(items[0].id) : undefined
}

function fromBoard(board?: Board): HomeShows {
  if (!board) return {}
  const [notice] = board.notices
  return { today: board.today_words, notice, desk: board.desk ?? undefined, hotlines: board.hotlines }
}

interface Begun {
  text: string
  voice: object | null
  photos: unknown[]
}

const SHOWN_LETTERS = 16

/** A wish that was begun on this phone and not sent: how it begins. */
export function unfinished(): string | undefined {
  const { text = '', voice, photos = [] } = useDrafts().look<Begun>('wish')?.form ?? {}
  const said = text.trim()
  if (said) return said.length > SHOWN_LETTERS ? `${said.slice(0, SHOWN_LETTERS)}…` : said
  return voice ? '您说的一段话' : photos.length ? '您拍的照片' : undefined
}

/** The next market day of one's estate that is not over yet. */
async function nextMarket(estateId?: number): Promise<HomeShows['market']> {
  if (!estateId) return undefined
  const { items } = await listSessions({ area_id: estateId, kind: 'market', state: 'published', limit: 3 })
  const next = items.find(({ ends_at }) => new Date(ends_at) > new Date())
  return next && marketCard(next)
}

/** The next owner reception day around one's estate; for whoever has none the first of all, and the way to the others. */
async function nextReception(estateId?: number): Promise<HomeShows['reception']> {
  const { items: [next] } = await listReceptions({ area_id: estateId, limit: 1 })
  return next && receptionCard(next, estateId)
}

const receptionCard = (next: Reception, estateId?: number): HomeShows['reception'] => ({
  title: next.title,
  on: next.on,
  lunar: lunarIn(next.day_words),
  hours: span(next.starts_at, next.ends_at),
  where: estateId ? next.place : `${next.area_name} ${next.place}`,
  note: noteOf(next),
  path: estateId ? receptionPage(next.id) : RECEPTION,
  board: boardPage(estateId ?? next.area_id),
})

function noteOf({ my_numbers: [mine], left, next_at }: Reception): string {
  if (mine) return mine.at ? `${mine.name ? `替${mine.name}` : '您'}约了 ${clock(mine.at)} 左右` : `${mine.n} 号：${mine.state_label}`
  if (left === null) return ''
  return left ? `还能约 ${left} 个时间${next_at ? `，最早 ${clock(next_at)}` : ''}` : '约满了，当天还可以现场取号'
}

const lunarIn = (dayWords: string) => /农历(\S+)/.exec(dayWords)?.[1]

const marketCard = (next: SessionCard): HomeShows['market'] => ({
  title: named(next),
  on: next.on,
  lunar: lunarIn(next.day_words),
  hours: span(next.starts_at, next.ends_at),
  where: next.place,
  stalls: [...next.lines, ...next.coming],
  path: sessionPage(next.id),
})

/** A counter that asks, a number that is called and a duty of today do not wait; then work offered to me, for somebody else is
    waiting there; goods lie where they are. */
async function firstWaiting(): Promise<Waiting | undefined> {
  const query = { view: 'waiting' as const, limit: 1 }
  const orders = listMyOrders('open').then(({ items }) => items, () => [])
  const [shop, now, tasks, mine] = await Promise.all([orders, marketWaiting().catch(() => undefined), listTasks(query), listMine(query)])
  const [[task], [wish]] = [tasks.items, mine.items]
  const first = askedAtCounter(shop) ?? now
  if (first) return first
  if (task) return taskWaiting(task)
  return wish ? wishWaiting(wish) : toFetch(shop)
}

const taskWaiting = (task: TaskRow): Waiting => ({ title: `想请您来办：${task.title}`, action: '去看看', path: ticketPage(task.id) })

/** It waits for the second key, or for an answer to a question. */
function wishWaiting(wish: MineRow): Waiting {
  const rating = has(TicketState, wish.state, 'answered')
  return {
    title: rating ? `${wish.title}：办好了，您看行不行？` : `${wish.title}：办的人有话问您`,
    action: rating ? '去评一评' : '去回答',
    path: ticketPage(wish.id),
  }
}

const cardOf = (card: WallCard) => ({
  title: card.title,
  state: card.state_label,
  where: [card.estate_name, card.group_label, ago(card.published_at)].filter(Boolean).join(' · '),
  path: ticketPage(card.id),
})
