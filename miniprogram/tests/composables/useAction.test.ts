import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { Problem, refuse } from '@/api/problem'
import { lacks, useAction } from '@/composables/useAction'
import { useWrong } from '@/composables/useWrong'
import { freshUni } from '../uni'

let phone: ReturnType<typeof freshUni>
beforeEach(() => (phone = freshUni()))

const malformed = new Problem({ status: 422, code: 'malformed', title: '填写有误', detail: '请检查', problems: { title: ['太短', '请写清楚'] } })

it('A second tap while the first is at work does nothing', async () => {
  let runs = 0
  const { act } = useAction(async () => void runs++)
  await Promise.all([act(), act()])
  expect(runs).toBe(1)
})

it('The key stays until it worked: a retry is the same intention, the next deed a new one', async () => {
  const keys: string[] = []
  const outcomes = [refuse('offline', '', ''), null, null]
  const { act } = useAction(async key => {
    keys.push(key)
    const outcome = outcomes.shift()
    if (outcome) throw outcome
  })
  for (let i = 0; i < 3; i++) await act()
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

/** A field of the page, as jl-field is one. */
const field = (error: () => string | undefined, attend = vi.fn()) => {
  useWrong(error, attend)
  return attend
}

it('Field errors stand under their fields, without a dialogue on top, and the first of them is attended to', async () => {
  const page = effectScope()
  await page.run(async () => {
    const { act, errors } = useAction(async () => { throw malformed })
    useWrong(() => errors.value.title) // beside the button: came first, and says the same
    const [fine, wrong] = [field(() => errors.value.place), field(() => errors.value.title)]
    await act()
    expect(errors.value).toEqual({ title: '太短；请写清楚' })
    expect(phone.told()).toBeNull()
    expect(wrong).toHaveBeenCalledOnce()
    expect(fine).not.toHaveBeenCalled()
    await act()
    expect(wrong).toHaveBeenCalledTimes(2)
  })
  page.stop()
})

it('The topmost of several wrong fields is attended to, also when it came last', async () => {
  const page = effectScope()
  await page.run(async () => {
    const { act } = useAction(async () => undefined, { missing: () => ({ text: '请写一写', who: '请选一个' }) })
    const [below, above] = [vi.fn(), vi.fn()]
    useWrong(() => '请写一写', below, async () => 400)
    useWrong(() => '请选一个', above, async () => 90)
    await act()
    expect(above).toHaveBeenCalledOnce()
    expect(below).not.toHaveBeenCalled()
  })
  page.stop()
})

it('A field error that no field of the page shows is said, not swallowed', async () => {
  const { act } = useAction(async () => { throw malformed })
  await act()
  expect(phone.told()).toMatchObject({ title: '填写有误', detail: '太短；请写清楚' })
})

it('What is plainly missing is said without asking the server, and is gone as soon as it is written', async () => {
  const text = ref('')
  let asked = 0
  const page = effectScope()
  await page.run(async () => {
    const { act, errors, busy } = useAction(async () => void asked++, { missing: () => (text.value ? ({} as Record<string, string>) : { text: '请写一写' }) })
    const attended = field(() => errors.value.text)
    expect(errors.value).toEqual({})
    await act()
    expect([asked, errors.value.text, busy.value]).toEqual([0, '请写一写', false])
    expect(attended).toHaveBeenCalledOnce()
    text.value = '灯坏了'
    expect(errors.value).toEqual({})
    await act()
    expect(asked).toBe(1)
  })
  page.stop()
})

it('Any other refusal is said in words and the button can be used again', async () => {
  const { act, busy } = useAction(async () => { throw refuse('day_full', '号已发完', '请改天再来') })
  await act()
  expect(phone.told()).toMatchObject({ title: '号已发完', detail: '请改天再来' })
  expect(busy.value).toBe(false)
})

it('Changing one’s mind is not reported as an error', async () => {
  const { act } = useAction(async () => { throw refuse('cancelled', '没有扫', '') })
  await act()
  expect(phone.told()).toBeNull()
})

it('A question that is asked twice is asked only when nothing is missing', async () => {
  let runs = 0
  const form = { words: '' }
  const { act, errors, complete } = useAction(async () => void runs++, { missing: () => lacks({ words: !form.words && '请写上原因', choice: false }) })

  expect(complete()).toBe(false)
  expect(errors.value).toEqual({ words: '请写上原因' })
  await act()
  expect(runs).toBe(0)
})
