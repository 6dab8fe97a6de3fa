/** The scanner: what it says with network, without, and on a phone that is not enrolled. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { notAPerson, personIn } from '@/packages/gate/read-code'
import { fits } from '@/packages/gate/useRoster'
import { useScanner } from '@/packages/gate/useScanner'
import { useDevice } from '@/stores/device'
import { useScans } from '@/stores/scans'
import { enrolledPhone } from './shelf'

const OWN = 'https://jinlin.example/q/c/U1.7.2f3a5b1.ABCDEFGHIJKLMNOP'
const SCREEN = 'https://jinlin.example/q/c/C1.2.2f3a5b1.ABCDEFGHIJKLMNOP'
const CARD = 'https://jinlin.example/q/k/ABCDEFGHIJKLMNOPQRSTUVWX'
const LIN = { person_id: 7, person_name: '林**', post_label: '引导', walk_in: false }

let phone: ReturnType<typeof enrolledPhone>
beforeEach(() => {
  vi.useFakeTimers()
  phone = enrolledPhone()
  vi.stubGlobal('navigator', {})
  const player = { onEnded: () => 0, onError: () => 0, play: () => 0 }
  Object.assign((globalThis as any).uni, { createInnerAudioContext: () => player, vibrateShort: () => 0, vibrateLong: () => 0 })
  return () => vi.useRealTimers()
})

function scannerAt(online: boolean) {
  const net = ref(online)
  const know = vi.fn((now: boolean) => void (net.value = now))
  return { know, scanner: useScanner({ sessionId: ref(2), online: net, know, of: code => (personIn(code) === 7 ? LIN : undefined) }) }
}
const answered = (given: object) => ({ status: 200, body: { status: 'accepted', code: null, title: '签到成功', words: '9:02 签到', person_name: '林**', ...given } })

describe('with network', () => {
  it.each([
    [{}, 'good', '林**'],
    [{ status: 'already', title: '已经签到过了' }, 'again', '林**'],
    [{ status: 'refused', code: 'expired', title: '这个码过期了', person_name: null }, 'bad', '这个码过期了'],
    [{ code: 'no_check_in', title: '没有找到签到记录' }, 'again', '林**'],
  ])('%j is %s', async (given, tone, title) => {
    phone.answer(answered(given))
    const { scanner } = scannerAt(true)
    await scanner.scanned(OWN)

    expect(scanner.verdict.value).toMatchObject({ tone, title })
    expect(useScans().waiting).toEqual([])
  })

  it('says in the list what became of a scan that was kept', async () => {
    phone.answer('no network')
    const { scanner } = scannerAt(true)
    await scanner.scanned(OWN)
    expect(scanner.recent.value).toMatchObject([{ tone: 'kept' }])
    const [kept] = useScans().waiting
    useScans().scans = [{ ...kept, state: 'refused', title: '这一场已经取消', words: '请问社区' }]

    expect(scanner.recent.value).toMatchObject([{ tone: 'bad', title: '这一场已经取消' }])
  })

  it('goes on by itself after a second, and takes nothing in between', async () => {
    phone.answer(answered({}))
    const { scanner } = scannerAt(true)
    await scanner.scanned(OWN)
    await scanner.scanned(OWN)
    expect(phone.sent).toHaveLength(1)
    vi.advanceTimersByTime(1000)

    expect(scanner.verdict.value).toBeNull()
  })

  it('keeps the scan with the same id when the answer does not come', async () => {
    phone.answer('no network')
    const { scanner, know } = scannerAt(true)
    await scanner.scanned(OWN)

    expect(scanner.verdict.value).toMatchObject({ tone: 'kept', title: '林**' })
    expect(know).toHaveBeenLastCalledWith(false)
    expect(useScans().waiting).toMatchObject([{ client_id: (phone.sent[0].data as any).client_id, code: OWN, who: '林**', direction: 'in' }])
  })

  it('sends whom the desk names together with why', async () => {
    phone.answer(answered({}))
    const { scanner } = scannerAt(true)
    await scanner.named(LIN, '没带手机')

    expect(phone.sent[0].data).toMatchObject({ person_id: 7, reason: '没带手机' })
    expect(scanner.verdict.value).toMatchObject({ tone: 'good', title: '林**' })
  })
})

describe('without network', () => {
  it('keeps with whom the desk names why it did', async () => {
    const { scanner } = scannerAt(false)
    await scanner.named(LIN, '没带手机')

    expect(useScans().waiting).toMatchObject([{ person_id: 7, reason: '没带手机' }])
  })

  it('keeps a card, of which nobody can know here whose it is', async () => {
    const { scanner } = scannerAt(false)
    await scanner.scanned(CARD)

    expect(scanner.verdict.value).toMatchObject({ tone: 'kept', title: '纸质卡' })
    expect(useScans().waiting).toMatchObject([{ code: CARD }])
  })

  it('says that somebody was scanned before, and keeps this one too: the first may turn out to be false', async () => {
    const { scanner } = scannerAt(false)
    await scanner.scanned(OWN)
    scanner.goOn()
    await scanner.scanned(OWN)

    expect(scanner.verdict.value?.tone).toBe('again')
    expect(useScans().waiting).toHaveLength(2)
  })

  it('takes leaving after coming for something new', async () => {
    const { scanner } = scannerAt(false)
    await scanner.scanned(OWN)
    scanner.goOn()
    scanner.direction.value = 'out'
    await scanner.scanned(OWN)

    expect(scanner.verdict.value?.tone).toBe('kept')
  })

  it.each([SCREEN, 'https://elsewhere.example/x', 'U1.0.2f3a5b1.ABCDEFGHIJKLMNOP'])('does not keep what is nobody’s code: %s', async code => {
    const { scanner } = scannerAt(false)
    await scanner.scanned(code)

    expect(scanner.verdict.value?.tone).toBe('bad')
    expect(useScans().waiting).toEqual([])
  })

  it('says on a phone that is not enrolled that it cannot', async () => {
    useDevice().forget()
    const { scanner } = scannerAt(false)
    await scanner.scanned(OWN)

    expect(scanner.verdict.value).toMatchObject({ tone: 'bad', title: '没有网络' })
    expect(useScans().waiting).toEqual([])
  })

  it('says loudly when the phone is full', async () => {
    ;(globalThis as any).uni.setStorageSync = () => {
      throw new Error('full')
    }
    const { scanner } = scannerAt(false)
    await scanner.scanned(OWN)

    expect(scanner.verdict.value).toMatchObject({ tone: 'bad', title: '没有记下' })
  })
})

it('A masked name is found by as much of it as can be seen', () => {
  expect(['林', '林国', '林国栋', '林国栋梁', '陈', ''].map(q => fits(LIN, q))).toEqual([true, true, true, false, false, true])
})

it('A code says whose it is, wherever it stands', () => {
  expect(personIn('U1.7.2f3a5b1.ABCDEFGHIJKLMNOP')).toBe(7)
  expect(notAPerson(SCREEN)?.words).toContain('我的码')
})
