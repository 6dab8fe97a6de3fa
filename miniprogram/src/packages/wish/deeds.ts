/** What residents, proxies and volunteers do to a ticket here. Which of it is allowed now, and what the
    button says, comes with the ticket; this table only knows how to ask for the words that go with it. */
import { type Action, type DoerTicket, isDoer, type Ticket } from '@/api/tickets'

export interface Deed {
  action: string
  label: string
  /** `answer`: words and photos · `reason`: words · `sure`: only a second yes · `once`: at once. */
  takes: 'answer' | 'reason' | 'sure' | 'once'
  ask: string
  hint?: string
  /** Said above the button, where its word alone would be a riddle. */
  why?: string
  /** Ends or gives something back: last, and asked twice. */
  parting?: boolean
  /** Of a joint slip: about which share. */
  part?: number
}

export type Part = DoerTicket['parts'][number]
type Known = Omit<Deed, 'action' | 'label' | 'part'>

/** Most likely first. */
const KNOWN: Record<string, Known> = {
  accept: { takes: 'once', ask: '' },
  reply: { takes: 'answer', ask: '您的回答', hint: '发出去以后，办的人接着办' },
  finish: { takes: 'answer', ask: '办得怎么样？', hint: '写一句话，最好拍张照片。居民确认了才算办结' },
  contest: { takes: 'reason', ask: '您觉得哪里不对？', hint: '社区会重新看一遍，再答复您' },
  came_back: { takes: 'answer', ask: '现在是什么情况？', hint: '会重新登记一件，接着上次的办', why: '办好的又坏了？不用从头说，点一下就重新登记。' },
  note: { takes: 'answer', ask: '想补充什么？', hint: '办这件事的人和社区都能看到' },
  ask: { takes: 'reason', ask: '想问居民什么？', hint: '等居民回答的时候，不算您的时间' },
  me_too: { takes: 'once', ask: '', why: '您家也有这个情况吗？点一下，有了结果也告诉您。' },
  unask: { takes: 'sure', ask: '社区就不用再考虑您了。想帮忙，还可以再点一次“我想认领”。', parting: true },
  release: { takes: 'reason', ask: '为什么办不了？', hint: '说一声原因就行，别的邻居会接着帮', parting: true },
  bounce: { takes: 'reason', ask: '为什么退回？', hint: '社区会另外派人', parting: true },
  hand_back: { takes: 'reason', ask: '为什么交回？', hint: '社区会另外派人', parting: true },
  withdraw: { takes: 'sure', ask: '撤回以后，就不会有人来办了。想办还可以再许一次。', parting: true },
}
const ORDER = Object.keys(KNOWN)

/** One share of a joint slip: what whoever has it says of it, most likely first. */
const OF_A_PART: Record<string, Known> = {
  accept_part: { takes: 'once', ask: '' },
  finish_part: { takes: 'answer', ask: '您这部分办得怎么样？', hint: '牵头的和社区会看到，最好拍张照片' },
  bounce_part: { takes: 'reason', ask: '为什么退回？', hint: '社区会另外请人，别的部分照旧办', parting: true },
}
const PART_ORDER = Object.keys(OF_A_PART)

export function partDeeds({ id, actions }: Pick<Part, 'id' | 'actions'>): Deed[] {
  return actions
    .filter(({ action }) => action in OF_A_PART)
    .map(({ action, label }) => ({ action, label, part: id, ...OF_A_PART[action] }))
    .sort((a, b) => PART_ORDER.indexOf(a.action) - PART_ORDER.indexOf(b.action))
}

/** What the server is told beside the words. */
export const aboutOf = ({ part }: Pick<Deed, 'part'>) => (part ? { assignment_id: part } : {})

/** Those of the server's actions that are done on this page, most likely first, parting ones last. */
export function deedsIn(actions: Action[]): Deed[] {
  return actions
    .filter(({ action }) => action in KNOWN)
    .map(({ action, label }) => ({ action, label, ...KNOWN[action] }))
    .sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action))
}

/** What waits for this person stands at the bottom of the screen as a filled button. */
const LEADING = ['accept', 'reply', 'finish']
export const leading = (deeds: Deed[]) => deeds.find(deed => LEADING.includes(deed.action))

/** Somebody is asked to take it, and has not answered. */
export const offers = (actions: Action[]) => actions.some(({ action }) => action === 'accept')

/** The same, of the whole or of a share of it. */
export const asksYou = (ticket: Ticket) => offers(ticket.actions) || (isDoer(ticket) && ticket.parts.some(({ actions }) => actions.some(({ action }) => action === 'accept_part')))

/** The resident's key can be turned: three answers. */
export const canRate = (actions: Action[]) => actions.some(({ action }) => action === 'confirm' || action === 'reopen')
