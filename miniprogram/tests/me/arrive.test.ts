import { beforeEach, expect, it, vi } from 'vitest'
import { arrive } from '@/pages/sign-in/arrive'
import { TABS } from '@/places'
import { useSession } from '@/stores/session'
import { freshUni } from '../uni'
import { me } from './person'

let phone: ReturnType<typeof freshUni>
let opened: string[]
const session = (known = {}) => ({ access_token: 'a', refresh_token: 'r', expires_in: 900, me: me(known) })
const LIVES = { estate: { id: 5, name: '幸福小区', community: null } }

beforeEach(() => {
  phone = freshUni()
  opened = []
  Object.assign(uni, { reLaunch: ({ url }: { url: string }) => opened.push(url) })
  vi.stubGlobal('getCurrentPages', () => [{ $page: { fullPath: '/pages/wall/wall' } }, { $page: { fullPath: '/pages/sign-in/sign-in' } }])
})

it('Whoever was turned away comes back to the page they wanted', async () => {
  useSession().end('/packages/wish/write')
  await arrive(session(LIVES), false)
  expect(opened).toEqual(['/packages/wish/write'])
})

it('Whoever chose to sign in comes back to where they were', async () => {
  await arrive(session(LIVES), false)
  expect(opened).toEqual(['/pages/wall/wall'])
})

it('A newcomer is asked for name and estate first, and comes back afterwards', async () => {
  await arrive(session(), false)
  expect(opened[0]).toBe(`/packages/me/welcome?to=${encodeURIComponent('/pages/wall/wall')}`)
})

it('A password that somebody else chose is changed before anything else', async () => {
  await arrive(session({ ...LIVES, must_change_password: true }), false)
  expect(opened[0]).toMatch(/^\/packages\/me\/password\?first=1/)
})

it('Who works here begins at the desk', async () => {
  await arrive(session({ ...LIVES, faces: [{ face: 'resident', label: '居民' }, { face: 'staff', label: '社区' }] }), false)
  expect(useSession().desk).toBe('staff')
  expect(opened).toEqual([TABS.staff[0].path])
})

it('A keeper begins at the counter', async () => {
  await arrive(session({ ...LIVES, faces: [{ face: 'resident', label: '居民' }, { face: 'shop', label: '积分超市' }] }), false)
  expect(opened).toEqual([TABS.shop[0].path])
})

it('A tick is written down with the version of the text', async () => {
  phone.answer({ status: 200, body: {} })
  await arrive(session(LIVES), true)
  expect(phone.sent[0]).toMatchObject({ url: '/api/people/me/consents', data: { purpose: 'service' } })
})

it('Nobody is kept outside because the tick could not be written down', async () => {
  phone.answer({ status: 500 })
  await arrive(session(LIVES), true)
  expect(opened).toEqual(['/pages/wall/wall'])
})
