/** What tickets may be about, asked of the server once for all pages of the desk. */
import { shallowRef } from 'vue'
import { type Category, listCategories } from '@/api/desk'

const known = shallowRef<Category[]>([])
let asking: Promise<void> | null = null

const UNSORTED = 'unsorted'
const option = (one: Category) => ({ value: String(one.id), label: one.label })

async function ask() {
  try {
    known.value = (await listCategories()).items
  } catch {
    asking = null // without network the filter is missing; the next page asks again
  }
}

export function useCategories() {
  if (known.value.length === 0) asking ??= ask()
  const of = (kind: string) => known.value.filter(one => one.kind === kind)
  /** To filter by: 未分类 too. */
  const optionsFor = (kind: string) => of(kind).map(option)
  /** To choose: 未分类 is what nobody has chosen yet. */
  const choicesFor = (kind: string) => of(kind).filter(one => !one.code.endsWith(UNSORTED)).map(option)
  return { optionsFor, choicesFor }
}
