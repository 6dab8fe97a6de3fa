/** What a form about somebody's home holds, and what it sends. */
import { Relation } from '@/api/flows'
import type { EstateForm } from '@/api/people'

export interface Door {
  estate_id: number | null
  relation: EstateForm['relation']
  building: string
  entrance: string
  room: string
}

export const RELATIONS = Object.entries(Relation).map(([value, { label }]) => ({ value, label }))

export const blankDoor = (): Door => ({ estate_id: null, relation: 'owner', building: '', entrance: '', room: '' })

const PARTS = ['building', 'entrance', 'room'] as const

/** The server takes a part that is there or not, never an empty one. */
export function estateForm(door: Door): EstateForm {
  const said = PARTS.map(part => [part, door[part].trim()]).filter(([, words]) => words)
  return { estate_id: door.estate_id, relation: door.relation, ...Object.fromEntries(said) } as EstateForm
}
