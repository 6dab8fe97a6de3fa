/** What people were writing when the phone rang: one draft per form, with the key of its intention. */
import { defineStore } from 'pinia'
import { intention } from '@/api/intention'

export interface Draft<T> {
  form: T
  key: string
}

const place = (name: string) => `draft:${name}`

/** Lists inside a form are copied too: a blank form must not collect what the last one held. */
export const copy = <T>(form: T): T => JSON.parse(JSON.stringify(form))

export const useDrafts = defineStore('drafts', () => {
  function open<T extends object>(name: string, blank: T): Draft<T> {
    const found = uni.getStorageSync(place(name)) as Draft<T> | ''
    // A field that came with an update of the app is missing in an old draft.
    return found ? { form: { ...copy(blank), ...found.form }, key: found.key } : { form: copy(blank), key: intention() }
  }

  /** What lies there, without beginning anything. */
  const look = <T>(name: string) => (uni.getStorageSync(place(name)) as Draft<Partial<T>> | '') || undefined

  const save = <T>(name: string, { form, key }: Draft<T>) => uni.setStorageSync(place(name), { form: copy(form), key })
  const clear = (name: string) => uni.removeStorageSync(place(name))

  return { open, look, save, clear }
})
