/** Who is signed in on this phone, at which desk they sit, and where to return after signing in. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { kept } from './kept'

export interface Tokens {
  access_token: string
  refresh_token: string
}
/** What every page may need of the person; pages that need more ask the server. */
export interface Me {
  name: string
  estate?: string
  staff: boolean
}
export type Desk = 'resident' | 'staff'

export const useSession = defineStore('session', () => {
  const access = kept('access', '')
  const refresh = kept('refresh', '')
  const me = kept<Me | null>('me', null)
  const chosenDesk = kept<Desk>('desk', 'resident')
  const returnTo = ref('')

  const signedIn = computed(() => access.value !== '')
  /** Who holds both keeps the last choice; nobody sits at the staff desk without the role. */
  const desk = computed<Desk>(() => (me.value?.staff ? chosenDesk.value : 'resident'))

  function keep(tokens: Tokens) {
    access.value = tokens.access_token
    refresh.value = tokens.refresh_token
    returnTo.value = ''
  }

  /** Signs out here; `from` is the page to come back to, empty when the person wanted to leave. */
  function end(from = '') {
    access.value = ''
    refresh.value = ''
    me.value = null
    returnTo.value = from
  }

  function sitAt(desk: Desk) {
    chosenDesk.value = desk
  }

  return { access, refresh, me, desk, returnTo, signedIn, keep, end, sitAt }
})
