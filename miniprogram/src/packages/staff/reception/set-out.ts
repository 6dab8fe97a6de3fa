/** Seats and tables while they are being written. */
import type { Plan, Seats, SetOut } from '@/api/reception-desk'

export interface SeatDraft {
  party: string
  unit_id: number | null
  words: string
}

export interface OutDraft {
  tables: string
  slot_minutes: string
  kept: string
  seats: SeatDraft[]
}

export const blank = (): OutDraft => ({ tables: '2', slot_minutes: '10', kept: '4', seats: [] })

type Known = Pick<Plan, 'tables' | 'kept'> & { slot_minutes: number | null }

/** What holds now, to be changed; of what was never said, the usual. */
export function draftOf(known: Known, seats: Pick<Seats['items'][number], 'party' | 'unit_id' | 'words'>[]): OutDraft {
  const rows = seats.map(({ party, unit_id, words }) => ({ party, unit_id, words }))
  if (!known.tables) return { ...blank(), seats: rows }
  return { tables: String(known.tables), slot_minutes: String(known.slot_minutes ?? 10), kept: String(known.kept), seats: rows }
}

export const formOf = ({ tables, slot_minutes, kept, seats }: OutDraft) => ({
  tables: Number(tables), slot_minutes: Number(slot_minutes), kept: Number(kept), seats: seats.map(({ party, unit_id, words }) => ({ party, unit_id, ...(words.trim() ? { words: words.trim() } : {}) })),
}) as SetOut

export const missingIn = ({ tables, kept, seats }: OutDraft) => ({
  tables: !(Number(tables) >= 1 && Number(tables) <= 20) && '请写 1 到 20 张桌',
  kept: !(/^\d+$/.test(kept) && Number(kept) <= 50) && '请写 0 到 50',
  seats: seats.some(one => !one.unit_id && !one.words.trim()) && '每个席位请选一个单位，或写明是谁',
})
