/** Demo people under the face they show first, in the order in which the server names them. */
import type { DemoPerson } from '@/api/sign-in'

export interface DemoGroup {
  label: string
  people: DemoPerson[]
}

export function grouped(people: DemoPerson[]): DemoGroup[] {
  const labels = [...new Set(people.map(person => person.face_label))]
  return labels.map(label => ({ label, people: people.filter(person => person.face_label === label) }))
}
