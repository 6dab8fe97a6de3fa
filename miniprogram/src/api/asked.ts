/** What a counter asks of whoever pays: they say yes or no on their own phone. */
import { listMyOrders, type Order } from './shop'

/** The order that waits for an answer, if there is one: the newest. */
export const askedOf = (orders: Order[]) => orders.find(({ state }) => state === 'asked')

export const lookForAsked = async () => askedOf((await listMyOrders('open')).items)
