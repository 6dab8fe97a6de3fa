/** What a person is told and has to answer with 「知道了」: in our own words and sizes, and only on the page it belongs to. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

interface Notice {
  title: string
  detail: string
  /** How many pages lay on top of each other: it stands on the topmost. */
  page: number
}

export const useNotice = defineStore('notice', () => {
  const now = shallowRef<Notice | null>(null)

  function tell(title: string, detail: string) {
    now.value = { title, detail, page: getCurrentPages().length }
  }

  function forget() {
    now.value = null
  }

  /** A page came to this place: what was told on the one that stood there, or above it, is over. */
  function arrive(page: number) {
    if (now.value && now.value.page >= page) forget()
  }

  return { now, tell, forget, arrive }
})
