/** A voice note of a form: recorded, sent at once, sent again when the network failed. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { fileAt, sendVoice } from '@/api/files'
import { intention } from '@/api/intention'
import { asProblem } from '@/api/problem'
import type { Recorded } from '@/platform'
import type { Spoken } from './draft'

export function useSpoken(kept: Ref<Spoken | null>) {
  const recorded = shallowRef<Recorded | null>(kept.value && { path: fileAt(kept.value.url), seconds: kept.value.seconds })
  const sending = ref(false)
  const trouble = ref('')
  const lost = computed(() => !!recorded.value && !kept.value && !sending.value)
  let key = ''

  function take(note: Recorded | null) {
    recorded.value = note
    kept.value = null
    trouble.value = ''
    key = intention()
    if (note) void deliver(note)
  }

  const again = () => recorded.value && deliver(recorded.value)

  async function deliver(note: Recorded) {
    sending.value = true
    trouble.value = ''
    try {
      const { id, seconds, url } = await sendVoice(note.path, key)
      if (recorded.value === note) kept.value = { id, seconds: seconds ?? note.seconds, url }
    } catch (error) {
      const { title, detail } = asProblem(error)
      if (recorded.value === note) trouble.value = `${title}。${detail}`
    } finally {
      sending.value = false
    }
  }

  function forget() {
    recorded.value = null
  }

  return { recorded, sending, trouble, lost, take, again, forget }
}
