/** A stall as its form holds it, and what of it is sent. */
import type { Stall, StallForm } from '@/api/markets'

/** How its numbers are given out. */
export type Queueing = 'free' | 'capacity' | 'slots'

export interface StallDraft {
  kind: string
  label: string
  crew: string
  queueing: Queueing
  capacity: number | null
  slot_minutes: string
  vehicle_id: string
  post_id: string
  /** null: what stalls of its kind usually meet. */
  serves: string[] | null
}

export function draftOf(stall: Stall | null): StallDraft {
  if (!stall) return { kind: 'hair', label: '', crew: '', queueing: 'free', capacity: null, slot_minutes: '15', vehicle_id: '', post_id: '', serves: null }
  const { kind, label, crew, capacity, slot_minutes, vehicle_id, post_id, serves } = stall
  const queueing = slot_minutes ? 'slots' : capacity ? 'capacity' : 'free'
  return { kind, label, crew, queueing, capacity, slot_minutes: String(slot_minutes ?? 15), vehicle_id: String(vehicle_id ?? ''), post_id: String(post_id ?? ''), serves }
}

/** The kind is chosen once; a stall that is there keeps it. */
export function formOf(draft: StallDraft, unit_id: number | null, isNew: boolean): StallForm {
  const numbered = draft.queueing !== 'free'
  return {
    label: draft.label.trim(),
    crew: draft.crew.trim(),
    unit_id,
    post_id: Number(draft.post_id) || null,
    vehicle_id: Number(draft.vehicle_id) || null,
    capacity: numbered ? draft.capacity : null,
    slot_minutes: draft.queueing === 'slots' ? Number(draft.slot_minutes) : null,
    serves: draft.serves,
    ...(isNew ? { kind: draft.kind as StallForm['kind'] } : {}),
  }
}

/** 限 20 号 · 每 15 分钟一号 · 先到先得 */
export function queueingWords({ capacity, slot_minutes }: Pick<Stall, 'capacity' | 'slot_minutes'>): string {
  const parts = [slot_minutes && `每 ${slot_minutes} 分钟一号`, capacity && `限 ${capacity} 号`].filter(Boolean)
  return parts.join('，') || '先到先得，不限号'
}
