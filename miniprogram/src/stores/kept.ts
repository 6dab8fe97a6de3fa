/** A value that outlives the app: a ref written to the phone's storage at each change. */
import { customRef, type Ref } from 'vue'

export function kept<T>(key: string, initial: T): Ref<T> {
  const stored = uni.getStorageSync(key)
  let value: T = stored === '' || stored === undefined ? initial : stored
  return customRef((track, trigger) => ({
    get() {
      track()
      return value
    },
    set(next) {
      value = next
      uni.setStorageSync(key, next)
      trigger()
    },
  }))
}
