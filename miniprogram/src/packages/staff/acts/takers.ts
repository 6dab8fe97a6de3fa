/** Whom something is sent to, as one value of a form; and the few of them that are shown before anybody searches. */
export const UNIT = 'unit'
export const PERSON = 'person'

interface One {
  value: string
}

/** The nearest, and whoever was chosen or is recommended in any case. */
export function fewOf<T extends One>(all: T[], most: number, ...keep: string[]): T[] {
  const first = keep.flatMap(value => all.filter(one => one.value === value && all.indexOf(one) >= most))
  return [...first, ...all.slice(0, most)]
}

/** `unit:5` as the server's forms say it: `{ unit_id: 5 }`. */
export function idOf(to: string): Record<string, number> {
  const [kind, id] = to.split(':')
  return to ? { [`${kind}_id`]: Number(id) } : {}
}

export const isPerson = (to: string) => to.startsWith(`${PERSON}:`)

/** One co-unit of a joint slip while it is being written. */
export interface Share {
  to: string
  name: string
  part: string
  due_on: string
  /** The day it has if none is named, as the server reckons it. */
  none_at?: string
}

export const partOf = ({ to, part, due_on }: Share) => ({ ...idOf(to), part: part.trim(), ...(due_on ? { due_on } : {}) })
