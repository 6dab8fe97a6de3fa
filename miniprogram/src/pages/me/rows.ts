/** What 我的 leads to, for this person as the server describes them. */
import { ACCOUNT, HOMES, INBOX, LOOK, MINE, MY_CODE, MY_MARKETS, MY_TEAMS, NOTICES, ORDERS, PHONES, PIN, PRIVACY, PURSE, RECEPTION, RECORD, TASKS, VOLUNTEER } from '@/places'
import type { Me } from '@/stores/session'

export interface Row {
  label: string
  icon: string
  path: string
  /** Stands quietly at the right. */
  note?: string
  /** Something that waits: loud. */
  count?: string
  hint?: string
}

export const inboxRow = (unread: number): Row => ({ label: '消息', icon: 'say', path: INBOX, count: unread ? `${unread} 条没看` : '' })

/** `points`: what can be spent, in words. */
export function deedRows(me: Me, points = ''): Row[] {
  const tasks: Row = { label: '我认领的', icon: 'wish', path: TASKS }
  const record: Row = { label: '服务记录', icon: 'clock', path: RECORD }
  const teams: Row = { label: '志愿服务队', icon: 'session', path: MY_TEAMS }
  return [
    inboxRow(me.unread),
    { label: '我的码', icon: 'code', path: MY_CODE },
    { label: '我的心愿', icon: 'ticket', path: MINE },
    { label: '我的圩日', icon: 'market', path: MY_MARKETS },
    { label: '业主接待日', icon: 'reception', path: RECEPTION, note: '约时间、看问过的事' },
    { label: '我的积分', icon: 'shop', path: PURSE, note: points },
    { label: '我的兑换', icon: 'cart', path: ORDERS },
    ...(me.is_volunteer ? [tasks, record, teams] : []),
    { label: me.is_volunteer ? '志愿者' : '当志愿者', icon: 'mark', path: VOLUNTEER, note: me.volunteer?.label ?? '' },
  ]
}

export const nearRows: Row[] = [
  { label: '公告', icon: 'bell', path: NOTICES },
  { label: '便民电话', icon: 'phone', path: PHONES },
]

export const ownRows = (me: Me, size: string): Row[] => [
  { label: '称呼、电话和登录', icon: 'me', path: ACCOUNT, note: me.phone_masked ?? '' },
  { label: '我的住处', icon: 'home', path: HOMES, note: me.estate?.name ?? '还没有选' },
  lookRow(size),
  { label: '兑换密码', icon: 'key', path: PIN, note: '拿卡换东西用' },
  { label: '隐私', icon: 'lock', path: PRIVACY },
]

export const lookRow = (size: string): Row => ({ label: '长辈版与字号', icon: 'text', path: LOOK, note: size })
