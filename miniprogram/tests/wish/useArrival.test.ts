import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick, reactive } from 'vue'
import { BLANK } from '@/packages/wish/draft'
import { useArrival } from '@/packages/wish/useArrival'

let leave: () => void
vi.mock('@dcloudio/uni-app', () => ({ onUnload: (run: () => void) => (leave = run) }))

const form = reactive({ ...BLANK })

beforeEach(() => {
  form.unsent = ''
})

it('A tap goes through at once when nothing is on its way', async () => {
  expect(await useArrival(form).arrival()).toBe(true)
})

it('A tap waits, and shows that it waits, until what was spoken has arrived', async () => {
  form.unsent = 'sending'
  const { arrival, awaited } = useArrival(form)
  const here = arrival()
  await nextTick()
  expect(awaited.value).toBe(true)

  form.unsent = ''
  expect(await here).toBe(true)
  expect(awaited.value).toBe(false)
})

it('What is lost on its way keeps nobody waiting', async () => {
  form.unsent = 'sending'
  const here = useArrival(form).arrival()
  form.unsent = 'lost'
  expect(await here).toBe(true)
})

it('Whoever has left the page meanwhile sends nothing', async () => {
  form.unsent = 'sending'
  const here = useArrival(form).arrival()
  leave()
  form.unsent = ''
  expect(await here).toBe(false)
})
