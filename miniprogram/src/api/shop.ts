/** 积分超市 as whoever shops there needs it: shelves, one's orders and vouchers, the PIN of one's card. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Shop = Schemas['ShopView']
export type Goods = Schemas['GoodsView']
export type Order = Schemas['OwnOrderView']
export type Voucher = Schemas['VoucherView']
export type Pin = Schemas['PinView']
export type ShopSheet = Schemas['ShopSheetView']
export type OrdersShown = 'all' | 'waiting' | 'open'

const at = (path: string) => `/api/shop/${path}`

/** Around an area: its own, and those of all areas above and below it. */
export const listShops = (areaId: number) => send<Schemas['ShopList']>('GET', at('shops'), { query: { area_id: areaId } })
export const showShop = (id: number) => send<Shop>('GET', at(`shops/${id}`))
export const listGoods = (shopId: number, cursor?: string) => send<Schemas['GoodsPage']>('GET', at(`shops/${shopId}/goods`), { query: { cursor } })
export const showGoods = (id: number) => send<Goods>('GET', at(`goods/${id}`))
export const showShopSheet = (shopId: number) => send<ShopSheet>('GET', at(`shops/${shopId}/sheet`))

/** `price` of one, and `version`, as they were shown. */
export const placeOrder = (goodsId: number, form: { count: number; price: number; version: number }, key: string) => send<Order>('POST', at(`goods/${goodsId}/order`), { body: form, key })
/** `open`: to be agreed to, or to be fetched. */
export const listMyOrders = (view: OrdersShown, cursor?: string) => send<Schemas['OwnOrderPage']>('GET', at('orders/mine'), { query: { view, cursor } })
export const showOrder = (id: number) => send<Order>('GET', at(`orders/${id}`))
/** confirm, decline */
export const answerOrder = (id: number, answer: string, key: string) => send<Order>('POST', at(`orders/${id}/${answer}`), { key })
export const cancelOrder = (id: number, key: string) => send<Order>('POST', at(`orders/${id}/cancel`), { body: {}, key })
export const receiptOf = (id: number) => at(`orders/${id}/receipt.pdf`)

/** The codes of the next two minutes. */
export const showVoucher = (orderId: number) => send<Voucher>('GET', at(`orders/${orderId}/voucher`))
/** A paper; those printed before hold no longer. */
export const printVoucher = (orderId: number, key: string) => send<Schemas['VoucherPaperView']>('POST', at(`orders/${orderId}/print`), { key })

export const showPin = () => send<Pin>('GET', at('pin'))
export const setPin = (pin: string, key: string) => send<Pin>('POST', at('pin'), { body: { pin }, key })
export const removePin = (key: string) => send<Pin>('POST', at('pin/remove'), { key })
