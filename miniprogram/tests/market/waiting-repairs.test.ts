/** Requests written without network: each arrives once, in order, and none is dropped without its writer having read why. */
import { beforeEach, expect, it } from 'vitest'
import { useSession } from '@/stores/session'
import { type KeptRepair, useWaitingRepairs } from '@/stores/waiting-repairs'
import { me } from '../me/person'
import { freshUni, type Sent } from '../uni'

let phone: ReturnType<typeof freshUni>
beforeEach(() => {
  phone = freshUni()
  signIn()
})

function signIn(id = 1) {
  const session = useSession()
  session.access = 'token'
  session.me = me({ id })
}

const one = (client_id: string, person_id = 1): KeptRepair => ({ person_id, session_id: 12, title: '近邻圩日', form: { client_id, minutes: 60, reason: '没有网络' } })
const ids = () => phone.sent.map(({ data }: Sent) => (data as { client_id: string }).client_id)
const DONE = { status: 201, body: {} }

it('They are sent in the order in which they were written, each under its own id', async () => {
  const store = useWaitingRepairs()
  store.keep(one('first-one'))
  store.keep(one('second-one'))
  phone.answer(DONE)
  expect(await store.sendAll()).toBe(2)
  expect(ids()).toEqual(['first-one', 'second-one'])
  expect(store.mine).toEqual([])
})

it('They outlive the app', () => {
  useWaitingRepairs().keep(one('first-one'))
  expect(phone.storage.get('waiting-repairs')).toHaveLength(1)
})

it('Without network they all stay', async () => {
  const store = useWaitingRepairs()
  store.keep(one('first-one'))
  store.keep(one('second-one'))
  phone.answer('no network')
  expect(await store.sendAll()).toBe(0)
  expect(store.waiting).toHaveLength(2)
}, 10_000)

it('What the server refuses stays with its reason until it was read, and is not sent again', async () => {
  const store = useWaitingRepairs()
  store.keep(one('first-one'))
  store.keep(one('second-one'))
  phone.answer({ status: 409, body: { code: 'too_late_to_repair', title: '超过了补记的期限', detail: '请到服务台' } }, DONE)
  await store.sendAll()
  await store.sendAll()
  expect(ids()).toEqual(['first-one', 'second-one'])
  expect(store.mine.map((kept: KeptRepair) => kept.refused)).toEqual(['超过了补记的期限。请到服务台'])
  store.forget(store.mine[0])
  expect(store.mine).toEqual([])
})

it('Nobody sends what somebody else wrote on the same phone', async () => {
  const store = useWaitingRepairs()
  store.keep(one('of-the-wife', 2))
  phone.answer(DONE)
  expect([await store.sendAll(), store.mine.length, phone.sent.length]).toEqual([0, 0, 0])
  signIn(2)
  expect(await store.sendAll()).toBe(1)
})
