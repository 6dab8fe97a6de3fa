/** A tap while what was spoken is still on its way: it waits for it, instead of asking for a second tap. */
import { onUnload } from '@dcloudio/uni-app'
import { ref, watch } from 'vue'
import type { WishDraft } from './draft'

export function useArrival(form: WishDraft) {
  const awaited = ref(false)
  let left = false
  onUnload(() => (left = true))

  /** Whether the person is still here when it has arrived, or is lost. */
  async function arrival(): Promise<boolean> {
    awaited.value = true
    await new Promise<void>(arrived => {
      const stop = watch(() => form.unsent, unsent => {
        if (unsent === 'sending') return
        arrived()
        void Promise.resolve().then(() => stop())
      }, { immediate: true })
    })
    awaited.value = false
    return !left
  }

  return { awaited, arrival }
}
