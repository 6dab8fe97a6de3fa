/** Where the pages of the counter are. */
const at = (path: string) => `/packages/counter/${path}`

export const scanOf = (shop: number, code = '') => at(`scan?shop=${shop}${code ? `&code=${encodeURIComponent(code)}` : ''}`)
export const redeemOf = (shop: number, code: string) => at(`redeem?shop=${shop}&code=${encodeURIComponent(code)}`)
export const ordersOf = (shop: number, view = 'today') => at(`orders?shop=${shop}&view=${view}`)
export const orderPage = (id: number) => at(`order?id=${id}`)
export const stockOf = (shop: number) => at(`stock?shop=${shop}`)
export const goodsPage = (id: number) => at(`goods?id=${id}`)
export const newGoods = (shop: number) => at(`edit?shop=${shop}`)
export const changeGoodsPage = (id: number) => at(`edit?id=${id}`)
export const suppliersOf = (shop: number) => at(`suppliers?shop=${shop}`)
export const statementOf = (id: number, name: string) => at(`statement?id=${id}&name=${encodeURIComponent(name)}`)
