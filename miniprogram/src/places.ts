/** Where pages are, and how to get there. The tab bar is ours, so that its words can grow (长辈版). */
import type { Desk } from '@/stores/session'

export interface Tab {
  key: string
  label: string
  icon: string
  path: string
  /** The raised one in the middle. */
  raised?: boolean
}

export const HOME = '/pages/home/home'
export const SCAN_PAGE = '/pages/scan/scan'
export const SIGN_IN = '/pages/sign-in/sign-in'
export const FEEDBACK = '/pages/feedback/feedback'
export const LOOK = '/packages/me/look/look'
export const POLICY = '/packages/me/policy'
export const WELCOME = '/packages/me/welcome'
export const PASSWORD = '/packages/me/password'
/** Before anything else: the password that somebody else had chosen; then on to where one was. */
export const firstPasswordPage = (back: string) => `${PASSWORD}?first=1&to=${encodeURIComponent(back)}`
export const ACCOUNT = '/packages/me/account'
export const PHONE = '/packages/me/phone'
export const CLOSE = '/packages/me/close'
export const HOMES = '/packages/me/homes'
export const VOLUNTEER = '/packages/me/volunteer'
export const INBOX = '/packages/me/inbox'
export const PRIVACY = '/packages/me/privacy'
export const COPY = '/packages/me/copy'
export const NOTICES = '/packages/me/notices'
export const PHONES = '/packages/me/phones'
export const WALL = '/pages/wall/wall'
export const MARKET = '/pages/market/market'
export const WRITE = '/packages/wish/write'
export const MINE = '/packages/wish/mine'
export const TASKS = '/packages/wish/tasks'
export const FOUND = '/packages/wish/found'
export const ticketPage = (id: number) => `/packages/wish/ticket?id=${id}`
export const MY_CODE = '/packages/market/my-code'
export const MY_MARKETS = '/packages/market/mine'
export const MY_TEAMS = '/packages/market/teams'
export const RECORD = '/packages/market/record'
export const REPAIRS = '/packages/market/repairs'
export const sessionPage = (id: number) => `/packages/market/session?id=${id}`
/** The same as its desk prepares and runs it. */
export const staffSessionPage = (id: number) => `/packages/staff/sessions/session?id=${id}`
/** 业主接待日: the days, one day, and the public board of an area. */
export const RECEPTION = '/packages/reception/days'
export const receptionPage = (id: number) => `/packages/reception/day?id=${id}`
export const boardPage = (areaId: number) => `/packages/reception/board?area=${areaId}`
/** An occasion of whatever kind, as residents meet it. */
export const occasionPage = ({ id, kind }: { id: number; kind: string }) => (kind === 'reception' ? receptionPage(id) : sessionPage(id))
export const numberPage = (id: number) => `/packages/market/number?id=${id}`
/** The six digits of a screen; without a session, those that are on now are offered. */
export const digitsPage = (sessionId?: number) => `/packages/market/digits${sessionId ? `?id=${sessionId}` : ''}`
export const repairPage = (sessionId: number) => `/packages/market/repair?id=${sessionId}`
/** Where somebody at the desk reads why what they had asked for was not agreed to. */
export const STAFF_GRANTS = '/packages/staff/points/grants?view=declined'
export const staffShopPage = (id: number) => `/packages/staff/shops/shop?id=${id}`
export const staffTeamPage = (id: number) => `/packages/staff/teams/team?id=${id}`
export const SHOP = '/packages/shop/shop'
export const PURSE = '/packages/shop/purse'
export const ORDERS = '/packages/shop/orders'
export const PIN = '/packages/shop/pin'
export const pursePage = (schemeId: number) => `${PURSE}?scheme=${schemeId}`
export const givenPage = (id: number) => `/packages/shop/given?id=${id}`
export const awardPage = (id: number) => `/packages/shop/award?id=${id}`
export const shopPage = (id: number) => `${SHOP}?id=${id}`
export const goodsPage = (id: number) => `/packages/shop/goods?id=${id}`
export const orderPage = (id: number) => `/packages/shop/order?id=${id}`
export const voucherPage = (orderId: number) => `/packages/shop/voucher?id=${orderId}`
/** 账目公开, of all and of one shop: anybody may read them. */
export const sheetPage = (schemeId: number) => `/packages/shop/sheet?scheme=${schemeId}`
export const shopSheetPage = (shopId: number) => `/packages/shop/sheet?shop=${shopId}`
/** The same ticket as the desk sees it. */
export const staffTicketPage = (id: number) => `/packages/staff/ticket/ticket?id=${id}`

/** Where a printed slip leads whoever may open it; to others it shows itself. `works`: they have a face for the desk, where a
    unit's share is answered. */
export function slipOpens({ opens, ticket_id }: { opens: string; ticket_id: number | null }, works = false): string | null {
  const pages: Record<string, (id: number) => string> = { party: ticketPage, desk: staffTicketPage, part: works ? staffTicketPage : ticketPage }
  return (ticket_id && pages[opens]?.(ticket_id)) || null
}

/** The keeper's counter. Without a shop it is the one where they stood last. */
export const COUNTER = '/packages/counter/counter'
export const COUNTER_SCAN = '/packages/counter/scan'
export const COUNTER_ORDERS = '/packages/counter/orders'
export const COUNTER_STOCK = '/packages/counter/stock'

const SCAN: Tab = { key: 'scan', label: '扫一扫', icon: 'scan', path: SCAN_PAGE, raised: true }
const ME: Tab = { key: 'me', label: '我的', icon: 'me', path: '/pages/me/me' }

export const TABS: Record<Desk | 'shop', Tab[]> = {
  resident: [
    { key: 'home', label: '首页', icon: 'home', path: HOME },
    { key: 'wishes', label: '心愿', icon: 'wish', path: WALL },
    SCAN,
    { key: 'markets', label: '圩日', icon: 'market', path: MARKET },
    ME,
  ],
  staff: [
    { key: 'desk', label: '工作台', icon: 'desk', path: '/packages/staff/desk/desk' },
    { key: 'tickets', label: '工单', icon: 'ticket', path: '/packages/staff/tickets/tickets' },
    SCAN,
    { key: 'sessions', label: '场次', icon: 'session', path: '/packages/staff/sessions/sessions' },
    ME,
  ],
  shop: [
    { key: 'counter', label: '柜台', icon: 'shop', path: COUNTER },
    { key: 'orders', label: '兑换单', icon: 'ticket', path: COUNTER_ORDERS },
    { ...SCAN, label: '扫码', path: COUNTER_SCAN },
    { key: 'stock', label: '货品', icon: 'cart', path: COUNTER_STOCK },
    ME,
  ],
}

/** A keeper works at the counter; every other face at the desk it sits at. */
export const tabsOf = (face: string, desk: Desk) => TABS[face === 'shop' ? 'shop' : desk]

const notThere = () => uni.showToast({ title: '这个页面还没有开放', icon: 'none', duration: 4000 })

/** Opens a page on top of this one. A mini-program stacks ten at most; then this one is replaced. */
export function go(path: string): void {
  uni.navigateTo({ url: path, fail: () => uni.redirectTo({ url: path, fail: notThere }) })
}

/** To a tab: nothing stays below it. */
export function goTab(path: string): void {
  uni.reLaunch({ url: path, fail: notThere })
}

/** Back, or home when this page was opened by a QR code and has nothing below it. `said`: told on the page one comes to. */
export function goBack(home = HOME, said = ''): void {
  const told = () => said && uni.showToast({ title: said, icon: 'none', duration: 3000 })
  if (getCurrentPages().length > 1) uni.navigateBack({ success: told })
  else uni.reLaunch({ url: home, success: told, fail: notThere })
}
