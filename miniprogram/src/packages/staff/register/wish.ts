/** What the desk writes down for somebody, and how it is sent. */
import type { components } from '@/api/contract'
import { said } from '../acts/useAct'

export interface Written {
  known: string
  person: { id: number; name: string; about: string } | null
  name: string
  phone: string
  channel: string
  estate_id: string
  text: string
  place: string
  hoped: string
  group: string
  category_id: string
}

export const blank = (): Written => ({ known: '', person: null, name: '', phone: '', channel: 'desk', estate_id: '', text: '', place: '', hoped: '', group: 'anybody', category_id: '' })

type Wish = Partial<components['schemas']['WishForm']>

/** Somebody known by their number in the roster, somebody new by name; the phone is how they are reached, too. */
export function wishFrom({ known: _, person, name, phone, estate_id, category_id, ...words }: Written): Wish {
  return {
    ...said(words),
    estate_id: Number(estate_id),
    ...(category_id ? { category_id: Number(category_id) } : {}),
    on_behalf: person ? { person_id: person.id } : said({ name, phone }),
    ...(person ? {} : said({ contact_name: name, contact_phone: phone })),
  } as Wish
}
