/** 三定三有 as six ticks, and who is told of a change. What is missing is the server's word; here it is led to its place. */
import type { DeskSession } from '@/api/stage'
import type { Stall } from '@/api/markets'
import { day, span } from '@/words'

export type Fix = 'when' | 'lead' | 'post' | 'place' | 'stall' | 'thanks'
export interface Tick {
  /** As the slogan and the server's answer begin. */
  name: string
  words: string
  /** Why what is said here cannot be promised yet. */
  lack?: string | null
  missing: boolean
  fix: Fix
}

/** Only a market day has this gate: of others the same facts are shown without ticks. */
export const hasGate = ({ kind }: Pick<DeskSession, 'kind'>) => kind === 'market'

export function ticksOf(session: DeskSession, stalls: Pick<Stall, 'label'>[]): Tick[] {
  const carriers = [...stalls.map(one => one.label), ...session.coming].join('、')
  const posts = session.posts.map(one => `${one.label} ${one.capacity} 人`).join('、')
  const facts: [name: string, fix: Fix, words: string | null][] = [
    ['定时', 'when', `${day(session.on)} ${span(session.starts_at, session.ends_at)}`],
    ['定人', 'lead', session.lead_name && `负责人：${session.lead_name}`],
    ['定责', 'post', posts],
    ['有阵地', 'place', session.place],
    ['有载体', 'stall', carriers],
    ['有激励', 'thanks', thanksWords(session)],
  ]
  return facts.map(([name, fix, words]) => {
    const lack = fix === 'thanks' ? session.reward?.lack : null
    return { name, fix, words: words || NOT_YET[fix], lack, missing: !!lack || session.missing.some(one => one.startsWith(name)) }
  })
}

/** What it pays, and what else is said of it: a rule that was written out once more is told by the one that is kept. */
export function thanksWords({ reward, incentive }: Pick<DeskSession, 'reward' | 'incentive'>): string {
  const said = (incentive ?? '').split(/[。；;]/).map(one => one.trim()).filter(Boolean)
  const more = reward ? said.filter(one => !RULE.test(one)) : said
  return [reward?.words, ...more].filter(Boolean).join('。')
}

/** 每服务半小时记 1 分，… */
const RULE = /半(个)?小时.{0,4}记.{0,4}分/

const NOT_YET: Record<Fix, string> = {
  when: '', lead: '还没有负责人', post: '还没有岗位', place: '还没有地点', stall: '还没有摊位或服务车', thanks: '还没写怎么答谢志愿者',
}

export interface Told {
  volunteers: number
  visitors: number
}

/** Those who signed up or wait for a place, and those with a number that is not done with. */
export function toldOf({ posts, queues }: Pick<DeskSession, 'posts' | 'queues'>): Told {
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  return { volunteers: sum(posts.map(one => one.taken + one.waiting)), visitors: sum(queues.map(one => one.waiting + one.serving.length)) }
}

/** Said before a change or a rain-off. Empty: it is not public yet, or nobody has to do with it. */
export function toldWords(session: Pick<DeskSession, 'posts' | 'queues' | 'state'>): string {
  const { volunteers, visitors } = toldOf(session)
  if (session.state === 'planned' || volunteers + visitors === 0) return '现在没有人报名或取号，不用通知谁。'
  const who = [volunteers && `报名和候补的 ${volunteers} 人`, visitors && `取了号的 ${visitors} 人`].filter(Boolean)
  return `${who.join('、')}会马上收到消息。`
}

export const isTold = (session: Pick<DeskSession, 'posts' | 'queues' | 'state'>) => toldWords(session).endsWith('会马上收到消息。')
