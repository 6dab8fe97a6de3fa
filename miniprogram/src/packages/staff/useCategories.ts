/** What tickets may be about, asked of the server once for all pages of the desk. */
import { shallowRef } from 'vue'
import { type Category, listCategories } from '@/api/desk'

const known = shallowRef<Category[]>([])
let asking: Promise<void> | null = null

async function ask() {
  try {
    known.value = (await listCategories()).items
  } catch {
    asking = null // without network the filter is missing; the next page asks again
  }
}

export function useCategories() {
  if (known.value.length === 0) asking ??= ask()
  const optionsFor = (kind: string) => known.value.filter(one => one.kind === kind).map(one => ({ value: String(one.id), label: one.label }))
  return { categories: known, optionsFor }
}
