/** An order whose answer was lost is asked for again with the same key, also after the app was closed. */
import { beforeEach, expect, it } from 'vitest'
import { placeOrder } from '@/api/shop'
import { useAction } from '@/composables/useAction'
import { useDraft } from '@/composables/useDraft'
import { freshUni } from '../uni'

let phone: ReturnType<typeof freshUni>
beforeEach(() => {
  phone = freshUni()
})

function page() {
  const { form, key, clear, saveNow } = useDraft('order:3', { count: 1 })
  const { act } = useAction(key => {
    saveNow()
    return placeOrder(3, { count: form.count, price: 5, version: 1 }, key)
  }, { key })
  return { act, clear }
}
const keys = () => [...new Set(phone.sent.map(({ header }) => header['Idempotency-Key']))]

it('Whoever was cut off and opens the page again orders once', async () => {
  phone.answer('no network', 'no network', 'no network', { status: 201, body: { id: 8 } })
  expect(await page().act()).toBeUndefined()
  const again = page()
  expect(await again.act()).toEqual({ id: 8 })
  expect(keys()).toHaveLength(1)
  again.clear()
})

it('What is ordered after that is another order', async () => {
  phone.answer({ status: 201, body: { id: 8 } })
  const one = page()
  await one.act()
  one.clear()
  await one.act()
  expect(keys()).toHaveLength(2)
})
