/** The phone's storage: a file, so that it outlives the app. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { answering } from './answering.mjs'

export function storage(file) {
  const kept = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const save = () => file && writeFileSync(file, JSON.stringify(kept))
  const copy = value => JSON.parse(JSON.stringify(value))

  const sync = {
    getStorageSync: key => (key in kept ? copy(kept[key]) : ''),
    setStorageSync(key, value) {
      kept[key] = copy(value)
      save()
    },
    removeStorageSync(key) {
      delete kept[key]
      save()
    },
    getStorageInfoSync: () => ({ keys: Object.keys(kept), currentSize: 0, limitSize: 10_240 }),
    clearStorageSync() {
      Object.keys(kept).forEach(key => delete kept[key])
      save()
    },
  }
  return {
    ...sync,
    getStorage: answering('getStorage', ({ key }) => {
      if (!(key in kept)) throw new Error('data not found')
      return { data: copy(kept[key]) }
    }),
    setStorage: answering('setStorage', ({ key, data }) => sync.setStorageSync(key, data)),
    removeStorage: answering('removeStorage', ({ key }) => sync.removeStorageSync(key)),
  }
}
