/** An order in lines: a word, and what it is. */
import type { Order } from '@/api/shop'
import { date, spoken, when } from '@/words'

export function linesOf(order: Order): [string, string][] {
  const { state, until, handed_at, instead_words, ordered_name, back_points, shop_name, place, hours } = order
  const placed = state === 'placed'
  const lines: [string, string | null][] = [
    ['兑换号', spoken(order.number)],
    ['用掉积分', `${order.points} 分`],
    ['退回积分', back_points ? `${back_points} 分` : null],
    ['领取期限', placed && until ? `到${date(until)}为止` : null],
    ['原来换的', instead_words ? ordered_name : null],
    ['领取时间', handed_at && when(handed_at)],
    [placed ? '到哪里领' : '哪家店', `${shop_name}，${place}`],
    ['营业时间', placed ? hours : null],
    ['怎么换的', `${when(order.made_at)} ${order.channel_label}`],
  ]
  return lines.filter((line): line is [string, string] => !!line[1])
}
