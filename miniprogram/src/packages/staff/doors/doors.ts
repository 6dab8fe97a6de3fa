/** What was written at doors without network: kept on this phone until the server has answered each of them. */
import type { OfflineAnswer } from '@/api/desk'
import { intention } from '@/api/intention'
import { said } from '../acts/useAct'

export interface Door {
  estate_id: string
  estate_name: string
  name: string
  phone: string
  place: string
  text: string
  group: string
}
export interface KeptDoor extends Door {
  client_id: string
  written_at: string
  /** Why the server did not take it; it stays until it is corrected or thrown away. */
  refused?: string
  /** On its way, and not answered yet: it may have arrived, so it is not changed any more. */
  sent?: boolean
  /** The ticket it became. */
  ticket_id?: number
}

export const LARGEST_BATCH = 50
const REMEMBERED = 20

export const blankDoor = (): Door => ({ estate_id: '', estate_name: '', name: '', phone: '', place: '', text: '', group: 'anybody' })
export const keptDoor = (door: Door, now = new Date()): KeptDoor => ({ ...door, client_id: intention(), written_at: now.toISOString() })

export const waiting = (doors: KeptDoor[]) => doors.filter(door => !door.ticket_id)
export const arrived = (doors: KeptDoor[]) => doors.filter(door => door.ticket_id)

/** One record as the batch takes it: with its own id and its own time, so that it may be sent twice. */
export function itemOf({ client_id, written_at, estate_id, name, phone, place, text, group }: KeptDoor): object {
  return {
    client_id,
    written_at,
    estate_id: Number(estate_id),
    channel: 'door_knock',
    on_behalf: said({ name, phone }),
    ...said({ text, place, group, contact_name: name, contact_phone: phone }),
  }
}

export const leaving = (doors: KeptDoor[], batch: KeptDoor[]) => doors.map(door => (batch.includes(door) ? { ...door, sent: true } : door))

/** Each record takes its own answer; whatever was not answered waits on. Of those that arrived, the last are remembered. */
export function answered(doors: KeptDoor[], answers: OfflineAnswer[]): KeptDoor[] {
  const next = doors.map(door => {
    const answer = answers.find(one => one.client_id === door.client_id)
    if (!answer) return door
    if (answer.status === 'refused') return { ...door, sent: false, refused: wordsOf(answer) }
    return { ...door, refused: undefined, ticket_id: answer.id }
  })
  const old = arrived(next).slice(0, -REMEMBERED)
  return next.filter(door => !old.includes(door))
}

function wordsOf({ detail, problems }: OfflineAnswer): string {
  const told = Object.values(problems ?? {}).flat(2).filter(one => typeof one === 'string')
  return [...new Set(told)].join('；') || detail || '请核对后再交'
}
