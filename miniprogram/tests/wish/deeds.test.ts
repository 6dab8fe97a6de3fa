import { expect, it } from 'vitest'
import { TICKET_FLOW } from '@/api/flows'
import { aboutOf, canRate, deedsIn, leading, partDeeds } from '@/packages/wish/deeds'

const actions = (...names: string[]) => names.map(action => ({ action, label: `按钮 ${action}` }))

it('Most likely first, what ends it last, in the words of the server', () => {
  const deeds = deedsIn(actions('withdraw', 'note', 'reply'))
  expect(deeds.map(deed => deed.label)).toEqual(['按钮 reply', '按钮 note', '按钮 withdraw'])
})

it('What ends it or gives it back is a parting', () => {
  const partings = deedsIn(actions('note', 'release', 'withdraw', 'bounce', 'hand_back')).filter(deed => deed.parting)
  expect(partings.map(deed => deed.action)).toEqual(['release', 'bounce', 'hand_back', 'withdraw'])
})

it('Steps of the desk are not offered here', () => {
  expect(deedsIn(actions('screen', 'merge', 'cannot_do'))).toEqual([])
})

it('Only what waits for this person leads', () => {
  expect(leading(deedsIn(actions('note', 'withdraw')))).toBeUndefined()
  expect(leading(deedsIn(actions('note', 'finish')))?.action).toBe('finish')
})

it('The second key can be turned when the server offers either answer', () => {
  expect(canRate(actions('confirm', 'reopen'))).toBe(true)
  expect(canRate(actions('note'))).toBe(false)
})

it('Every deed is a step of the flow', () => {
  const known = deedsIn(actions(...Object.keys(TICKET_FLOW)))
  expect(known).toHaveLength(13)
})

it('Of a share the person who has it is offered what the server allows, giving it back last', () => {
  const deeds = partDeeds({ id: 7, actions: actions('bounce_part', 'drop_part', 'accept_part') })
  expect(deeds.map(({ action, takes, part }) => [action, takes, part])).toEqual([['accept_part', 'once', 7], ['bounce_part', 'reason', 7]])
  expect(deeds.map(aboutOf)).toEqual([{ assignment_id: 7 }, { assignment_id: 7 }])
})

it('Every deed of a share is a step of the flow', () => {
  expect(partDeeds({ id: 7, actions: actions(...Object.keys(TICKET_FLOW)) })).toHaveLength(3)
})
