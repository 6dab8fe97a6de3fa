/** Who is signed in on this phone, with which face, and where to return after signing in. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { components } from '@/api/contract'
import { kept } from './kept'

type Session = components['schemas']['SessionView']
export type Me = components['schemas']['MeView']
export type Desk = 'resident' | 'staff'

/** Faces that use the residents' tab bar; every other one works at the staff desk. */
const RESIDENTS = ['resident', 'volunteer']

export const useSession = defineStore('session', () => {
  const access = kept('access', '')
  const refresh = kept('refresh', '')
  const me = kept<Me | null>('me', null)
  const chosen = kept('face', '')
  const returnTo = ref('')
  /** Counts, because somebody may be turned away from the same page twice. */
  const turnedAway = ref(0)

  const signedIn = computed<boolean>(() => access.value !== '')
  /** The last choice is kept, as long as the server still offers it. */
  const face = computed<string>(() => {
    const offered = me.value?.faces.map(one => one.face) ?? []
    return offered.includes(chosen.value) ? chosen.value : (offered[0] ?? 'resident')
  })
  const desk = computed<Desk>(() => (RESIDENTS.includes(face.value) ? 'resident' : 'staff'))

  function keep(session: Session) {
    access.value = session.access_token
    refresh.value = session.refresh_token
    me.value = session.me
    returnTo.value = ''
  }

  /** Signs out here; `from` is the page to come back to, empty when the person wanted to leave. */
  function end(from = '') {
    access.value = ''
    refresh.value = ''
    me.value = null
    returnTo.value = from
    if (from) turnedAway.value++
  }

  function show(face: string) {
    chosen.value = face
  }

  return { access, refresh, me, face, desk, returnTo, turnedAway, signedIn, keep, end, show }
})
