/** What of the shop waits: a counter that asks for a yes at this moment; goods that lie there to be fetched. */
import { askedOf } from '@/api/asked'
import type { Order } from '@/api/shop'
import { orderPage, voucherPage } from '@/places'
import { date } from '@/words'
import type { Waiting } from './shows'

const goods = ({ ordered_name }: Order) => ordered_name

/** Somebody stands at the counter: nothing waits less than that. */
export function askedAtCounter(orders: Order[]): Waiting | undefined {
  const asked = askedOf(orders)
  return asked && { title: `${asked.shop_name}请您确认：${goods(asked)}，${asked.points} 分`, action: '去确认', path: orderPage(asked.id) }
}

/** Of several, what has to be fetched first. */
export function toFetch(orders: Order[]): Waiting | undefined {
  const [first] = orders.filter(({ state }) => state === 'placed').sort((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
  return first && { title: `${goods(first)}等您来领${first.until ? `，到${date(first.until)}为止` : ''}`, action: '出示兑换券', path: voucherPage(first.id) }
}
