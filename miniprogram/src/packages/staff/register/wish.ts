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

/** What nobody can be asked without: for whom, and where. */
export const missingIn = ({ known, person, name, channel, estate_id }: Written) => ({
  known: !person && !known && '请选：来过的邻居，还是第一次来',
  person: !person && known === 'yes' && '请找到这位邻居，在名单里点一下',
  on_behalf: !person && known === 'no' && !name.trim() && '请写上姓名',
  channel: !channel && '请选从哪里来的',
  estate_id: !estate_id && '请选小区',
})

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
