/** A form that survives a call, a dead battery, a closed app: saved while typing, cleared when sent. */
import { reactive, ref, watch, type UnwrapNestedRefs } from 'vue'
import { intention } from '@/api/intention'
import { copy, useDrafts } from '@/stores/drafts'

const PAUSE_MS = 400

export function useDraft<T extends object>(name: string, blank: T) {
  const drafts = useDrafts()
  const opened = drafts.open(name, blank)
  const form = reactive(opened.form) as UnwrapNestedRefs<T>
  const key = ref(opened.key)
  let timer: ReturnType<typeof setTimeout> | undefined

  const saveNow = () => drafts.save(name, { form, key: key.value })

  watch(form, () => {
    clearTimeout(timer)
    timer = setTimeout(saveNow, PAUSE_MS)
  }, { deep: true })

  /** After success: the next thing written is a new intention. */
  function clear() {
    Object.assign(form, copy(blank))
    renewKey()
    setTimeout(() => {
      clearTimeout(timer)
      drafts.clear(name)
    })
  }

  function renewKey() {
    key.value = intention()
  }

  return { form, key, clear, renewKey, saveNow }
}
