/** Scanning and redeeming at the counter, against a network that answers what is laid out. */
import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useRedeem } from '@/packages/counter/useRedeem'
import { useVoucher } from '@/packages/counter/useVoucher'
import { freshUni } from '../uni'

const CARD = { surname: '林**', on_card: true, available: 57, has_pin: true, free_left: 20, held: 'one', words: '' }
const OIL = { id: 2, price: 12, stock: 9 } as never
const VOUCHER = 'https://jinlin.example/q/v/V1.7.2f3a5b1.ABCDEFGHIJKLMNOP'

let phone: ReturnType<typeof freshUni>
beforeEach(() => {
  vi.useFakeTimers()
  phone = freshUni()
  return () => vi.useRealTimers()
})
const refused = vi.fn()

function scanner() {
  const [know, show, member] = [vi.fn(), vi.fn(), vi.fn()]
  return { know, show, member, voucher: useVoucher({ shopId: ref('1'), know, show, member }) }
}

async function atCard(count: number, ...later: Parameters<typeof phone.answer>) {
  phone.answer({ status: 200, body: CARD }, ...later)
  const here = effectScope().run(() => useRedeem(() => 1, refused))!
  await here.look({ code: 'card' })
  here.choose(OIL)
  here.count.value = count
  return here
}

it('A voucher opens its order; a code of a person asks no server', async () => {
  phone.answer({ status: 200, body: { order_id: 7, held: 'h' } })
  const { voucher, member } = scanner()
  await voucher.scanned(VOUCHER)
  expect(voucher.found.value).toMatchObject({ order_id: 7 })

  await voucher.scanned('https://jinlin.example/q/k/CARDTOKEN234567')
  expect(member).toHaveBeenCalledOnce()
  expect(phone.sent).toHaveLength(1)
})

it('Without network nothing is opened, and it says not to hand over', async () => {
  phone.answer('no network')
  const { voucher, show, know } = scanner()
  await voucher.scanned(VOUCHER)
  expect(voucher.found.value).toBeNull()
  expect(know).toHaveBeenCalledWith(false)
  expect(show.mock.calls[0][0]).toMatchObject({ tone: 'bad', word: '先不要给' })
})

it('A card pays a little without a PIN, more only with it', async () => {
  const here = await atCard(1, { status: 200, body: { ...CARD, held: 'two' } })
  expect(here.needsPin.value).toBe(false)
  here.count.value = 2
  expect(here.needsPin.value).toBe(true)

  await here.pin.act('4827')
  expect([here.needsPin.value, here.buyer.value?.held]).toEqual([false, 'two'])
})

it('A wrong PIN is tried once, and what was chosen stays', async () => {
  const here = await atCard(2, { status: 409, body: { code: 'pin_wrong', title: '兑换密码不对', detail: '再输一次' } })
  const before = phone.sent.length
  await here.pin.act('1111')
  expect(phone.sent.length - before).toBe(1)
  expect([here.pin.problem.value?.code, here.proven.value, here.count.value]).toEqual(['pin_wrong', false, 2])
})

it('What is asked of a telephone is waited for until it is answered', async () => {
  const here = await atCard(1, { status: 201, body: { id: 9, state: 'asked' } }, 'no network', 'no network', 'no network', { status: 200, body: { id: 9, state: 'placed' } })
  phone.sent.length = 0
  const asking = here.ask.act()
  await vi.runAllTimersAsync()
  await asking
  await vi.runAllTimersAsync()
  expect([here.waits.value, here.fetchable.value]).toEqual([false, true])
  expect(phone.sent[0].header['Idempotency-Key']).toBeTruthy()
})
