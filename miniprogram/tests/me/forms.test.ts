import { expect, it } from 'vitest'
import { blankDoor, estateForm } from '@/packages/me/door'
import { blankOffer, volunteerForm } from '@/packages/me/offer'
import { me } from './person'

it('A door that was not written is not sent, because the server takes no empty words', () => {
  expect(estateForm({ ...blankDoor(), estate_id: 5, building: ' 3 ', room: '' })).toEqual({ estate_id: 5, relation: 'owner', building: '3' })
})

it('Skills from the list and from one’s own words are sent together, each once', () => {
  const offer = { area: { id: 4, name: '浔北社区' }, skills: ['理发'], others: '写春联、理发，按摩', about: ' ' }
  expect(volunteerForm(offer)).toEqual({ area_id: 4, skills: ['理发', '写春联', '按摩'] })
})

it('Whoever offers for the first time is asked about their own community', () => {
  expect(blankOffer(me({ estate: { id: 5, name: '幸福小区', community: { id: 4, name: '浔北社区' } } })).area).toEqual({ id: 4, name: '浔北社区' })
})

it('Whoever offers again starts from what they said before', () => {
  const volunteer = { id: 1, state: 'declined', label: '未通过', area_id: 4, skills: ['理发', '写春联'], about: '周末有空', reason: '请先来社区聊聊' }
  expect(blankOffer(me({ volunteer }))).toMatchObject({ skills: ['理发'], others: '写春联', about: '周末有空' })
})
