/** Scans without network: nothing is dropped, nothing is counted twice, each takes its own answer. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type KeptScan, lying } from '@/stores/scan-shelf'
import { useDevice } from '@/stores/device'
import { useScans } from '@/stores/scans'
import { useSession } from '@/stores/session'
import { createPinia, setActivePinia } from 'pinia'
import { countingServer, enrolledPhone, itemsOf, scan } from './shelf'

let phone: ReturnType<typeof enrolledPhone>
let server: ReturnType<typeof countingServer>
beforeEach(() => {
  phone = enrolledPhone()
  server = countingServer()
})

/** The app dies and is opened again: what is in memory is gone. */
function restart() {
  setActivePinia(createPinia())
  return useScans()
}
const take = (...numbers: number[]) => numbers.forEach(n => useScans().take(scan(n)))
const states = () => Object.fromEntries(lying().map(one => [one.client_id, one.state]))

describe('what is sent', () => {
  it('goes in the order of scanning, fifty at most at once, with the device and what its clock says now', async () => {
    phone.answer(server.answers)
    take(...Array.from({ length: 120 }, (_, n) => 119 - n))
    await useScans().send()

    expect(phone.sent.map(sent => itemsOf(sent).length)).toEqual([50, 50, 20])
    expect(phone.sent.flatMap(itemsOf).map(item => item.client_id)).toEqual(Array.from({ length: 120 }, (_, n) => scan(n).client_id))
    expect(phone.sent[0].data).toMatchObject({ device: 'secret', sent_at: expect.stringMatching(/Z$/) })
    expect(useScans().waiting).toEqual([])
  })

  it('says who was chosen from the roster, and as what, only where that is known', async () => {
    phone.answer(server.answers)
    useScans().take(scan(1, { code: undefined, person_id: 7, reason: '没带手机', capacity: 'duty' }))
    await useScans().send()

    expect(itemsOf(phone.sent[0])).toEqual([{ client_id: 'scan-0001', session_id: 2, direction: 'in', scanned_at: scan(1).scanned_at, person_id: 7, reason: '没带手机', capacity: 'duty' }])
  })

  it('stays on a phone that is not enrolled, or on which nobody is signed in', async () => {
    take(1)
    useDevice().forget()
    await useScans().send()
    useDevice().keep({ id: 1, name: '', area_name: '', secret: 'secret' })
    useSession().access = ''
    await useScans().send()

    expect(phone.sent).toEqual([])
    expect(useScans().waiting).toHaveLength(1)
  })
})

describe('a lost answer', () => {
  it('is asked for again with the same ids, and counted once', async () => {
    phone.answer(sent => (server.answer(itemsOf(sent)), 'no network'), server.answers)
    take(1, 2)
    await useScans().send()
    expect(useScans().waiting).toHaveLength(2)
    await useScans().send()

    expect([...server.counted.values()]).toEqual([2, 2])
    expect(states()).toEqual({ 'scan-0001': 'already', 'scan-0002': 'already' })
  })

  it('survives a dead battery', async () => {
    phone.answer('no network')
    take(1, 2, 3)
    await useScans().send()
    const later = restart()
    later.refresh()

    expect(later.waiting.map((one: KeptScan) => one.client_id)).toEqual(['scan-0001', 'scan-0002', 'scan-0003'])
  })
})

describe('answers in part', () => {
  it('leave the others waiting, and do not ask for them for ever', async () => {
    phone.answer(sent => ({ status: 200, body: { items: server.answer(itemsOf(sent).slice(0, 1)) } }))
    take(1, 2, 3)
    await useScans().send()

    expect(phone.sent).toHaveLength(1)
    expect(states()).toEqual({ 'scan-0001': 'accepted', 'scan-0002': 'waiting', 'scan-0003': 'waiting' })
  })

  it('keep a refused one in sight until somebody has read it', async () => {
    phone.answer(sent => ({ status: 200, body: { items: itemsOf(sent).map(({ client_id }) => ({ client_id, status: 'refused', code: 'expired', title: '这个码过期了', words: '请再扫一次', person_name: null })) } }))
    useScans().take(scan(1, { who: '陈**' }))
    await useScans().send()
    await useScans().send()

    expect(phone.sent).toHaveLength(1)
    expect(useScans().refused).toMatchObject([{ who: '陈**', title: '这个码过期了', words: '请再扫一次' }])
    useScans().acknowledge('scan-0001')
    expect(lying()).toEqual([])
  })

  it.each(['not_yours', 'by_name'])('of somebody who may not hand it in keep it for a colleague (%s)', async code => {
    phone.answer(sent => ({ status: 200, body: { items: itemsOf(sent).map(({ client_id }) => ({ client_id, status: 'refused', code, title: '您不能给这一场签到', words: '', person_name: null })) } }), server.answers)
    take(1)
    await useScans().send()
    await useScans().send()
    expect(phone.sent).toHaveLength(1)
    useSession().me = { id: 5 } as never
    await useScans().send()

    expect(states()).toEqual({ 'scan-0001': 'accepted' })
  })
})

describe('a server that stumbles', () => {
  it.each([500, 404, 422])('over one of them (%i) gets all the others', async status => {
    phone.answer(sent => (itemsOf(sent).some(item => item.client_id === 'scan-0005') ? { status } : server.answers(sent)))
    take(...Array.from({ length: 9 }, (_, n) => n + 1))
    await useScans().send()

    expect(useScans().waiting.map((one: KeptScan) => one.client_id)).toEqual(['scan-0005'])
    expect(server.counted.size).toBe(8)
  })

  it('over all of them is left alone after some tries, and nothing is lost', async () => {
    phone.answer({ status: 500 })
    take(...Array.from({ length: 40 }, (_, n) => n))
    await useScans().send()

    expect(phone.sent.length).toBeLessThan(15)
    expect(useScans().waiting).toHaveLength(40)
    expect(useScans().problem?.status).toBe(500)
  })
})

describe('two tabs of one browser', () => {
  it('never write over each other’s scans', () => {
    const first = useScans()
    first.take(scan(1))
    const second = restart()
    second.take(scan(2))
    first.take(scan(3))

    expect(lying().map(one => one.client_id)).toEqual(['scan-0001', 'scan-0002', 'scan-0003'])
  })

  it('may hand in the same at once: it counts once, and what was accepted stays so', async () => {
    phone.answer(server.answers)
    const first = useScans()
    take(1)
    const second = restart()
    await Promise.all([first.send(), second.send()])

    expect(server.counted.get('scan-0001')).toBe(2)
    expect(states()).toEqual({ 'scan-0001': 'accepted' })
  })

  it('do not bring back what was read and removed in the other', async () => {
    const tab = useScans()
    tab.take(scan(1))
    phone.answer(sent => (tab.acknowledge('scan-0001'), server.answers(sent)))
    await tab.send()

    expect(lying()).toEqual([])
  })
})

describe('a full phone', () => {
  const full = (except: (key: string) => boolean, silently = false) => {
    const uni_ = (globalThis as any).uni
    const set = uni_.setStorageSync
    uni_.setStorageSync = (key: string, value: unknown) => {
      if (except(key)) return set(key, value)
      if (!silently) throw new Error('exceeded the quota')
    }
  }

  it.each([false, true])('says that it did not keep a scan, whether it throws or not (silently: %s)', silently => {
    full(() => false, silently)

    expect(useScans().take(scan(1))).toBe(false)
    expect(useScans().waiting).toEqual([])
  })

  it('makes room by forgetting what was answered, never what waits or was refused', () => {
    take(1)
    useScans().take(scan(2, { state: 'accepted' }))
    useScans().take(scan(3, { state: 'refused' }))
    full(() => !phone.storage.has('scan:scan-0002'))

    expect(useScans().take(scan(4))).toBe(true)
    expect(states()).toEqual({ 'scan-0001': 'waiting', 'scan-0003': 'refused', 'scan-0004': 'waiting' })
  })
})

it('Of those that were counted, the last thirty are remembered', async () => {
  phone.answer(server.answers)
  take(...Array.from({ length: 45 }, (_, n) => n))
  await useScans().send()

  expect(lying()).toHaveLength(30)
  expect(lying()[0].client_id).toBe('scan-0015')
})
