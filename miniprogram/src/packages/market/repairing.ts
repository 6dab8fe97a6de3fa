/** 申请补记: what is said, and what of it is missing. */
import type { RepairForm } from '@/api/presence'
import { lacks } from '@/composables/useAction'

export interface RepairDraft {
  /** How long one served, or when one left: the check-in is there. */
  how: 'minutes' | 'left'
  hours: string
  minutes: string
  left: string
  reason: string
}

export const BLANK: RepairDraft = { how: 'minutes', hours: '', minutes: '', left: '', reason: '' }

export const lengthIn = ({ hours, minutes }: RepairDraft) => (Number(hours) || 0) * 60 + (Number(minutes) || 0)

export const missing = (draft: RepairDraft) => lacks({
  minutes: draft.how === 'minutes' && lengthIn(draft) < 1 && '请写服务了多久',
  left_at: draft.how === 'left' && !draft.left && '请选几点走的',
  reason: !draft.reason.trim() && '请写一下原因，社区好核实',
})

/** `startsAt`: the day on which it was; 16:40 there is a moment of that day. */
export function formOf(draft: RepairDraft, client_id: string, startsAt: string): RepairForm & { client_id: string } {
  const said = { client_id, reason: draft.reason.trim() }
  return draft.how === 'left' ? { ...said, left_at: momentOf(startsAt, draft.left) } : { ...said, minutes: lengthIn(draft) }
}

const SHANGHAI = 8 * 3_600_000

function momentOf(startsAt: string, clock: string): string {
  const [hour, minute] = clock.split(':').map(Number)
  const there = new Date(+new Date(startsAt) + SHANGHAI)
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate(), hour, minute) - SHANGHAI).toISOString()
}
