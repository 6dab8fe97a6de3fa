/** Demo people under the face they show first; residents before staff, as the list of faces has them. */
import { Face } from '@/api/flows'
import type { DemoPerson } from '@/api/sign-in'

export interface DemoGroup {
  label: string
  people: DemoPerson[]
}

const FACES: string[] = Object.values(Face).map(({ label }) => label)

export function grouped(people: DemoPerson[]): DemoGroup[] {
  const groups = FACES.map(label => ({ label, people: people.filter(person => person.face_label === label) }))
  return groups.filter(group => group.people.length > 0)
}
