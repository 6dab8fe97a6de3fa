import { beforeEach, expect, it } from 'vitest'
import { Problem, refuse } from '@/api/problem'
import { useAction } from '@/composables/useAction'
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

it('Field errors stand under their fields, without a dialogue on top', async () => {
  const { act, errors } = useAction(async () => { throw malformed })
  await act()
  expect(errors.value).toEqual({ title: '太短；请写清楚' })
  expect(phone.modals).toHaveLength(0)
})

it('Any other refusal is said in words and the button can be used again', async () => {
  const { act, busy } = useAction(async () => { throw refuse('day_full', '号已发完', '请改天再来') })
  await act()
  expect(phone.modals[0]).toMatchObject({ title: '号已发完', content: '请改天再来' })
  expect(busy.value).toBe(false)
})

it('Changing one’s mind is not reported as an error', async () => {
  const { act } = useAction(async () => { throw refuse('cancelled', '没有扫', '') })
  await act()
  expect(phone.modals).toHaveLength(0)
})
