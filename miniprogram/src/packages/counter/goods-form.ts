/** What is typed about goods, and the form it becomes. */
import type { Goods, GoodsForm } from '@/api/counter'
import { lacks } from '@/composables/useAction'
import { wholeOf } from './words'

export interface Typed {
  kind: string
  name: string
  words: string
  price: string
  limited: string
  limit_count: string
  limit_days: string
  buyers: string
  supplier: string
}

export const BLANK: Typed = { kind: 'goods', name: '', words: '', price: '', limited: 'no', limit_count: '2', limit_days: '30', buyers: 'everybody', supplier: '' }

export const typedOf = (goods: Goods): Typed => ({
  kind: goods.kind,
  name: goods.name,
  words: goods.words,
  price: String(goods.price),
  limited: goods.limit_count ? 'yes' : 'no',
  limit_count: String(goods.limit_count ?? BLANK.limit_count),
  limit_days: String(goods.limit_days ?? BLANK.limit_days),
  buyers: goods.buyers,
  supplier: String(goods.supplier_id ?? ''),
})

/** Without its kind, which never changes. */
export function formOf(typed: Typed, photo_id: number | null): Omit<GoodsForm, 'kind'> {
  const limited = typed.limited === 'yes'
  return {
    name: typed.name.trim(),
    words: typed.words.trim(),
    photo_id,
    price: wholeOf(typed.price),
    limit_count: limited ? wholeOf(typed.limit_count) : null,
    limit_days: limited ? wholeOf(typed.limit_days) : null,
    buyers: typed.buyers as GoodsForm['buyers'],
    supplier_id: Number(typed.supplier) || null,
  }
}

export const missingIn = (typed: Typed) => lacks({
  name: !typed.name.trim() && '请写上名称',
  price: !wholeOf(typed.price) && '请填写要几分，至少 1 分',
  limit_count: typed.limited === 'yes' && !wholeOf(typed.limit_count) && '请填写限几份',
  limit_days: typed.limited === 'yes' && !wholeOf(typed.limit_days) && '请填写几天内',
})
