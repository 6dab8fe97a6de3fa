/** Who is signed in on this phone, with which face, and where to return after signing in. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { components } from '@/api/contract'
import { kept } from './kept'

type Session = components['schemas']['SessionView']
export type Me = components['schemas']['MeView']
export type Desk = 'resident' | 'staff'

/** Faces that use the residents' tab bar; every other one works at the staff desk. */
const RESIDENTS = ['resident', 'volunteer']
export const isResidentFace = (face: string) => RESIDENTS.includes(face)

export const useSession = defineStore('session', () => {
  const access = kept('access', '')
  const refresh = kept('refresh', '')
  const me = kept<Me | null>('me', null)
  const chosen = kept('face', '')
  /** By person: one phone may be used by a couple, and signing out forgets nothing of this. */
  const lastFaces = kept<Record<string, string>>('faces', {})
  const returnTo = ref('')
  /** Counts, because somebody may be turned away from the same page twice. */
  const turnedAway = ref(0)
  /** At which page the server asked for a new password before anything else; each time anew. */
  const heldUp = shallowRef<{ page: string } | null>(null)

  const signedIn = computed<boolean>(() => access.value !== '')
  /** The last choice is kept, as long as the server still offers it. */
  const face = computed<string>(() => {
    const offered = me.value?.faces.map(one => one.face) ?? []
    return offered.includes(chosen.value) ? chosen.value : (offered[0] ?? 'resident')
  })
  const desk = computed<Desk>(() => (isResidentFace(face.value) ? 'resident' : 'staff'))

  function keep(session: Session) {
    if (session.me.id !== me.value?.id) chosen.value = lastFaces.value[session.me.id] ?? lastOf(session.me)
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

  /** From now on, and the next time this person signs in here. */
  function show(face: string) {
    chosen.value = face
    if (me.value) lastFaces.value = { ...lastFaces.value, [me.value.id]: face }
  }

  function holdUp(page: string) {
    heldUp.value = { page }
  }

  return { access, refresh, me, face, desk, returnTo, turnedAway, heldUp, signedIn, keep, end, show, holdUp }
})

/** Who works somewhere came to work, unless they said otherwise before. */
const lastOf = ({ faces }: Me) => faces[faces.length - 1]?.face ?? 'resident'
