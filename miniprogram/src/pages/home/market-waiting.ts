/** What of market days cannot wait: a number that is called, a seat to be confirmed, a number or a duty of today. */
import { NumberState, SignupState } from '@/api/flows'
import { listMyNumbers, listMySignups, type QueueNumber, type Signup } from '@/api/occasions'
import { has, stillWaits } from '@/api/traits'
import { numberPage, sessionPage } from '@/places'
import { clock, shanghaiDay, when } from '@/words'
import type { Waiting } from './shows'

const FEW = 10

export async function marketWaiting(now = new Date()): Promise<Waiting | undefined> {
  const [numbers, places] = await Promise.all([listMyNumbers({ live: true, limit: FEW }), listMySignups({ limit: FEW })])
  return firstOf(numbers.items, places.items, now)
}

export function firstOf(taken: QueueNumber[], places: Signup[], now: Date): Waiting | undefined {
  const today = (at: string) => shanghaiDay(at) === shanghaiDay(now)
  const numbers = taken.filter(stillWaits)
  const called = numbers.find(({ state }) => has(NumberState, state, 'yours'))
  if (called) return numberWaiting(called)
  const invited = places.find(({ state }) => has(SignupState, state, 'yours'))
  if (invited) return { title: `有空位了：${invited.session_title} · ${invited.post_label}${invited.confirm_by ? `，请在${when(invited.confirm_by, now)} 前确认` : ''}`, action: '去确认', path: sessionPage(invited.session_id) }
  const duty = places.find(({ state, starts_at, ends_at }) => has(SignupState, state, 'seat') && today(starts_at) && new Date(ends_at) > now)
  if (duty) return { title: `今天 ${clock(duty.starts_at)} ${duty.session_title} · ${duty.post_label}`, action: '去看看', path: sessionPage(duty.session_id) }
  const [number] = numbers.filter(({ starts_at }) => today(starts_at)).sort((a, b) => (a.ahead ?? 0) - (b.ahead ?? 0)) // whose turn comes first
  return number && numberWaiting(number)
}

const numberWaiting = ({ id, line_label, n, state_label, ahead, called_to }: QueueNumber): Waiting => ({
  title: `${line_label} ${n} 号：${state_label}${called_to ? `，请到 ${called_to} 号桌` : ''}${ahead ? `，前面 ${ahead} 位` : ''}`,
  action: '去看看',
  path: numberPage(id),
})
