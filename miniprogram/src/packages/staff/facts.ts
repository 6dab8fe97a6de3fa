/** The facts of a ticket as pairs of words: only those that this audience was given. */
import type { Ticket } from '@/api/desk'
import { isPast, spoken, when } from '@/words'

export interface Fact {
  name: string
  words: string
}

type Pair = [name: string, words: string | null | undefined | false]

export function factsOf(ticket: Ticket): Fact[] {
  const pairs: Pair[] = [...where(ticket), ...(ticket.audience === 'staff' ? forDesk(ticket) : []), ...numbers(ticket)]
  return pairs.flatMap(([name, words]) => (words ? [{ name, words }] : []))
}

function where(ticket: Ticket): Pair[] {
  if (ticket.audience === 'public') return [['地点', ticket.estate_name], ['分类', ticket.category_label]]
  return [
    ['地点', [ticket.estate_name, ticket.place].filter(Boolean).join(' ')],
    ['请答复', ticket.audience === 'doer' && ticket.answer_by && `${when(ticket.answer_by)}以前答复接不接${isPast(ticket.answer_by) ? '，已经过了' : ''}`],
    ['请您办', ticket.audience === 'doer' && ticket.my_part],
    ['方便时间', ticket.hoped],
    ['分类', `${ticket.category_label} · 为${ticket.group_label}`],
    [ticket.audience === 'doer' && ticket.parts.length ? '整件期限' : '期限', `${when(ticket.due_at)}${ticket.due_provisional ? '（明年放假安排还没公布，暂定）' : ''}`],
    ['在谁手上', ticket.holder_name],
    ['还在等', 'waits_for' in ticket && ticket.waits_for && `${ticket.waits_for}。主办的最后说：协办的都说办好了，您才能报办好了；等不到可以打下面的电话催`],
    ['解决层级', ticket.level_label],
  ]
}

function forDesk(ticket: Extract<Ticket, { audience: 'staff' }>): Pair[] {
  const contact = [ticket.contact_name, ticket.contact_phone].filter(Boolean).join('　')
  return [
    ['提出人', ticket.wisher_name],
    ['联系', contact || '没有留电话'],
    ['', !ticket.contact_phone && !ticket.proxy_phone && '没有能打的电话：办到哪一步，请当面或托人转告'],
    ['代登记人', [ticket.proxy_name, ticket.proxy_phone].filter(Boolean).join('　')],
    ['来源', `${when(ticket.received_at)} ${ticket.channel_label}${ticket.entered_by_name ? `，${ticket.entered_by_name}代登记` : ''}`],
    ['首接人', `${ticket.receiver_name}（有人接单之前，一直由首接人负责）`],
    ['反复出现', ticket.repeat && `${ticket.repeat.label}${ticket.repeat.numbers.length ? `：${ticket.repeat.numbers.map(spoken).join('、')}` : ''}`],
    ['接着哪件', ticket.follows && `${spoken(ticket.follows)}（回访时说又出问题了）`],
    ['兜底单位', ticket.backstop && `${ticket.backstop.name}（已经被退回 ${ticket.backstop.bounces} 次）`],
    ['催办', ticket.alarms.map(one => `${when(one.fired_at)} ${one.label}`).join('\n')],
    ['各级用时', ticket.days_at_levels.filter(one => one.days).length > 1 && ticket.days_at_levels.map(one => `${one.label} ${one.days} 天`).join('，')],
    ['并到', ticket.merged_into && spoken(ticket.merged_into)],
    ['回访', ticket.calls > 0 && `打过 ${ticket.calls} 次电话`],
    ['口径', ticket.source === 'reported' && '上报口径（历史数据）'],
  ]
}

function numbers(ticket: Ticket): Pair[] {
  return [
    ['同样诉求', ticket.supports > 0 && `还有 ${ticket.supports} 户也要办这件事`],
    ['要几个人', ticket.helpers_needed > 1 && `${ticket.helpers_needed} 人，还差 ${ticket.places_left} 人`],
    ['一起办的', ticket.audience === 'doer' && ticket.helpers.length > 1 && ticket.helpers.join('、')],
  ]
}

const CUT = '…'
const LONGEST_TITLE = 60

/** A wish without a card has a title cut from its own words: they are not shown twice. */
export function saidOf(title: string, text: string): { title: string; text: string } {
  const begins = title.endsWith(CUT) && text.startsWith(title.slice(0, -CUT.length))
  if (text !== title && !begins) return { title, text }
  return text.length > LONGEST_TITLE ? { title: '', text } : { title: text, text: '' }
}
