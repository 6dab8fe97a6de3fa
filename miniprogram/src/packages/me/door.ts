/** What a form about somebody's home holds, and what it sends. */
import type { EstateForm } from '@/api/people'

export interface Door {
  estate_id: number | null
  relation: EstateForm['relation']
  building: string
  entrance: string
  room: string
}

export const RELATIONS = [
  { value: 'owner', label: '业主' },
  { value: 'tenant', label: '租户' },
  { value: 'family', label: '家人' },
]

export const blankDoor = (): Door => ({ estate_id: null, relation: 'owner', building: '', entrance: '', room: '' })

const PARTS = ['building', 'entrance', 'room'] as const

/** The server takes a part that is there or not, never an empty one. */
export function estateForm(door: Door): EstateForm {
  const said = PARTS.map(part => [part, door[part].trim()]).filter(([, words]) => words)
  return { estate_id: door.estate_id, relation: door.relation, ...Object.fromEntries(said) } as EstateForm
}
