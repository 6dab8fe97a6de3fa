/** This phone or tablet as the desk enrolled it: whoever is signed in on it, it may show codes and scan without network. */
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { kept } from './kept'

export interface Enrolled {
  id: number
  name: string
  area_name: string
  secret: string
}

export const useDevice = defineStore('device', () => {
  const enrolled = kept<Enrolled | null>('device', null)
  const secret = computed<string>(() => enrolled.value?.secret ?? '')

  function keep({ id, name, area_name, secret }: { id: number; name: string; area_name: string; secret: string | null }) {
    if (secret) enrolled.value = { id, name, area_name, secret }
  }

  /** The desk took it off the list; it has to be enrolled anew. */
  function forget() {
    enrolled.value = null
  }

  return { enrolled, secret, keep, forget }
})
