import { beforeEach, describe, expect, it } from 'vitest'
import { useLook } from '@/stores/look'
import { type Me, useSession } from '@/stores/session'
import { freshUni } from './uni'

let phone: ReturnType<typeof freshUni>
beforeEach(() => (phone = freshUni()))

const person = (...faces: string[]) => ({ display_name: '苏雅琴', faces: faces.map(face => ({ face, label: face })) }) as unknown as Me

function signedIn(me: Me) {
  const session = useSession()
  session.keep({ access_token: 'a', refresh_token: 'r', expires_in: 900, me })
  return session
}

describe('the session', () => {
  it('gives residents and volunteers one tab bar, everybody who works here the other', () => {
    const session = signedIn(person('resident', 'volunteer', 'staff'))
    expect(session.desk).toBe('resident')
    session.show('volunteer')
    expect(session.desk).toBe('resident')
    session.show('staff')
    expect(session.desk).toBe('staff')
  })

  it('forgets a chosen face that the server no longer offers', () => {
    const session = signedIn(person('resident', 'staff'))
    session.show('staff')
    session.keep({ access_token: 'a', refresh_token: 'r', expires_in: 900, me: person('resident') })
    expect(session.desk).toBe('resident')
  })

  it('begins with the face somebody chose last time on this phone, else where they work', () => {
    const [su, chen] = [{ ...person('resident', 'staff'), id: 1 }, { ...person('resident', 'staff'), id: 2 }] as Me[]
    const session = signedIn(su)
    expect(session.face).toBe('staff')
    session.show('resident')
    session.end()
    signedIn(chen)
    expect(session.face).toBe('staff')
    session.end()
    signedIn(su)
    expect(session.face).toBe('resident')
  })

  it('keeps nothing of the person on the phone after signing out', () => {
    signedIn(person('resident')).end()
    expect(phone.storage.get('me')).toBeNull()
    expect(phone.storage.get('access')).toBe('')
    expect(phone.storage.get('refresh')).toBe('')
  })

  it('asks for signing in again when the same page turns somebody away twice', () => {
    const session = useSession()
    session.end('/pages/me/me')
    session.end('/pages/me/me')
    expect(session.turnedAway).toBe(2)
  })
})

describe('the look', () => {
  it('is offered once, and the answer is kept', () => {
    const look = useLook()
    expect(look.offering).toBe(true)
    look.choose('normal')
    expect(look.offering).toBe(false)
    expect(phone.storage.get('look-answered')).toBe(true)
  })

  it('knows that this phone already shows large text', () => {
    expect(useLook().largeTextHere).toBe(true) // the stand-in's scale is 1.4
  })

  it('特大字 is 长辈版 with larger letters, not a third layout', () => {
    const look = useLook()
    look.choose('huge')
    expect(look.classes).toEqual({ 'jl-look': true, 'jl-elder': true, 'jl-huge': true })
  })
})
