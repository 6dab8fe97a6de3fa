/** The counter of a shop and the desk behind it: vouchers, members, orders, stock, suppliers, keepers. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Shop = Schemas['ShopView']
export type ShopForm = Schemas['ShopForm']
export type Keeper = Schemas['KeeperView']
export type Keepers = Schemas['KeeperList']
export type Counter = Schemas['CounterView']
export type Scanned = Schemas['VoucherScanView']
export type Buyer = Schemas['BuyerView']
export type Order = Schemas['CounterOrderView']
export type Goods = Schemas['GoodsView']
export type GoodsForm = Schemas['GoodsForm']
export type StockMove = Schemas['StockMoveView']
export type Supplier = Schemas['SupplierView']
export type Statement = Schemas['SupplierStatementView']

const at = (path: string) => `/api/shop/${path}`

/** Somebody stands there and waits; and a scan that nobody answered must not be answered to the next one. */
const AT_THE_COUNTER = { patience: 8000 }

export const listShops = (area_id: number) => send<Schemas['ShopList']>('GET', at('shops'), { query: { area_id } })
export const listMyShops = () => send<Schemas['ShopList']>('GET', at('shops/mine'))
export const showShop = (id: number) => send<Shop>('GET', at(`shops/${id}`))
export const makeShop = (form: ShopForm, key: string) => send<Shop>('POST', at('shops'), { body: form, key })
export const changeShop = (id: number, form: Schemas['ShopChangeForm'], key: string) => send<Shop>('POST', at(`shops/${id}/change`), { body: form, key })
/** launch, open, pause, close */
export const stepShop = (id: number, step: string, key: string) => send<Shop>('POST', at(`shops/${id}/${step}`), { key })
export const listKeepers = (id: number) => send<Schemas['KeeperList']>('GET', at(`shops/${id}/keepers`))
/** Whoever may not give the role asks those who may. */
export const askForKeeper = (id: number, person_id: number, key: string) => send<Schemas['AskedView']>('POST', at(`shops/${id}/ask_for_keeper`), { body: { person_id }, key })
export const appointKeeper = (id: number, person_id: number, key: string) => send<Keeper>('POST', at(`shops/${id}/keepers`), { body: { person_id }, key })
export const endKeeper = (id: number, key: string) => send<Keeper>('POST', at(`keepers/${id}/end`), { key })

export const showCounter = (id: number) => send<Counter>('GET', at(`shops/${id}/counter`))
export const listOrders = (id: number, view: string, cursor?: string) => send<Schemas['CounterOrderPage']>('GET', at(`shops/${id}/orders`), { query: { view, cursor } })
export const showOrder = (id: number) => send<Order>('GET', at(`orders/${id}`))
export const scanVoucher = (id: number, code: string) => send<Scanned>('POST', at(`shops/${id}/scan`), { body: { code }, ...AT_THE_COUNTER })
export const lookUp = (id: number, who: { code: string } | { person_id: number }) => send<Buyer>('POST', at(`shops/${id}/look_up`), { body: who, ...AT_THE_COUNTER })
/** For one order of so many points. Without a key and never sent twice: each try is counted. */
export const provePin = (id: number, held: string, pin: string, points: number) => send<Buyer>('POST', at(`shops/${id}/prove`), { body: { held, pin, points }, ...AT_THE_COUNTER })
export const redeem = (goodsId: number, form: Schemas['RedeemForm'], key: string) => send<Order>('POST', at(`goods/${goodsId}/redeem`), { body: form, key })
export const handOver = (orderId: number, form: Partial<Schemas['OrderHandOverForm']>, key: string) => send<Order>('POST', at(`orders/${orderId}/hand_over`), { body: form, key, ...AT_THE_COUNTER })
export const cancelOrder = (id: number, words: string, key: string) => send<Order>('POST', at(`orders/${id}/cancel`), { body: { words }, key })
export const printVoucher = (id: number, key: string) => send<Schemas['VoucherPaperView']>('POST', at(`orders/${id}/print`), { key })
export const receiptOf = (id: number) => at(`orders/${id}/receipt.pdf`)

/** For whom: what their look-up answered, or the order that is handed over to them. */
export type Whose = { held: string } | { order_id: number } | Record<string, never>
/** `shelf`: what can be had; `all`: what was taken off it too. With what `whose` may still have. */
export const listGoods = (id: number, view: 'shelf' | 'all', cursor?: string, whose: Whose = {}) => send<Schemas['GoodsPage']>('GET', at(`shops/${id}/goods`), { query: { view, cursor, limit: 100, ...whose } })
export const showGoods = (id: number) => send<Goods>('GET', at(`goods/${id}`))
export const addGoods = (shopId: number, form: GoodsForm, key: string) => send<Goods>('POST', at(`shops/${shopId}/goods`), { body: form, key })
export const changeGoods = (id: number, form: Schemas['GoodsChangeForm'], key: string) => send<Goods>('POST', at(`goods/${id}/change`), { body: form, key })
export const shelve = (id: number, on_shelf: boolean, key: string) => send<Goods>('POST', at(`goods/${id}/shelve`), { body: { on_shelf }, key })
export const takeIn = (id: number, form: Schemas['IntakeForm'], key: string) => send<Goods>('POST', at(`goods/${id}/intake`), { body: form, key })
export const takeStock = (id: number, form: Schemas['StocktakeForm'], key: string) => send<Goods>('POST', at(`goods/${id}/stocktake`), { body: form, key })
export const writeOff = (id: number, form: Schemas['SpoiledForm'], key: string) => send<Goods>('POST', at(`goods/${id}/spoiled`), { body: form, key })
export const listMoves = (id: number, cursor?: string) => send<Schemas['StockMovePage']>('GET', at(`goods/${id}/stock_moves`), { query: { cursor } })

export const listSuppliers = (area_id: number) => send<Schemas['SupplierList']>('GET', at('suppliers'), { query: { area_id } })
export const addSupplier = (form: Schemas['SupplierForm'], key: string) => send<Supplier>('POST', at('suppliers'), { body: form, key })
export const showStatement = (id: number, month: string) => send<Statement>('GET', at(`suppliers/${id}/statement`), { query: { month } })
