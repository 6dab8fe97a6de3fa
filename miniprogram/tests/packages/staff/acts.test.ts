/** Buttons of a ticket: most likely first, what ends it last, nothing invented and nothing lost. */
import { beforeEach, describe, expect, it } from 'vitest'
import { pathOf } from '@/api/desk'
import { TICKET_FLOW } from '@/api/flows'
import { buttonsOf, doorOf } from '@/packages/staff/acts/acts'
import { hopedFor, screenForm } from '@/packages/staff/acts/screen'
import { freshUni } from '../../uni'

const offered = (...actions: string[]) => actions.map(action => ({ action, label: action }))

beforeEach(() => void freshUni())

describe('the buttons of a ticket', () => {
  it('put what it waits for first, and what ends it last', () => {
    const { first, likely, ends } = buttonsOf(offered('cannot_do', 'note', 'dispatch', 'screen', 'merge'))

    expect(first?.action).toBe('screen')
    expect(likely.map(one => one.action)).toEqual(['screen', 'dispatch', 'note'])
    expect(ends.map(one => one.action)).toEqual(['merge', 'cannot_do'])
  })

  it('push nobody when the ticket waits for somebody else', () => {
    expect(buttonsOf(offered('note', 'triage')).first).toBeUndefined()
  })

  it('push nobody to report what is in somebody else’s hands', () => {
    const actions = offered('finish', 'note')

    expect(buttonsOf(actions, true).first?.action).toBe('finish')
    expect(buttonsOf(actions, false).first).toBeUndefined()
    expect(buttonsOf(actions, false).likely.map(one => one.action)).toEqual(['note', 'finish'])
  })

  it('make one button of the two answers of a resident', () => {
    expect(buttonsOf(offered('confirm', 'reopen')).likely.map(one => one.action)).toEqual(['rate'])
  })

  it('lose no action that the server may offer', () => {
    const actions = Object.keys(TICKET_FLOW)
    const { likely, ends } = buttonsOf(offered(...actions))
    const shown = new Set([...likely, ...ends].map(one => one.action))

    expect(actions.filter(action => !shown.has(action))).toEqual(['decline_extension', 'decline_claim', 'confirm', 'reopen'])
  })

  it('need no form that is not known', () => {
    expect(doorOf('accept')).toBe('plain')
    expect(doorOf('a step of tomorrow')).toBe('plain')
  })
})

describe('the way of a step to the server', () => {
  it('goes to the wishes’ desk where the wishes’ desk decides', () => {
    expect(pathOf(7, 'screen')).toBe('/api/wishes/7/screen')
    expect(pathOf(7, 'ask_to_claim')).toBe('/api/wishes/7/claim')
  })

  it('goes to the ticket for everything else, and both keys of the resident to one lock', () => {
    expect(pathOf(7, 'hand_over')).toBe('/api/tickets/7/hand_over')
    expect(pathOf(7, 'reopen')).toBe('/api/tickets/7/rate')
  })
})

it('a screening says each of the four tests, and leaves out what was left empty', () => {
  const form = { text: '', tests: ['small', 'useful'], headline: '换灯管', need: '', effort: '', hoped: '', category_id: '3', group: 'elder', urgency: 'normal', difficulty: 'easy', helpers_needed: '2' }

  expect(screenForm(form)).toEqual({
    headline: '换灯管', group: 'elder', urgency: 'normal', difficulty: 'easy', category_id: 3, helpers_needed: 2,
    small: true, wide: false, doable: false, useful: true,
  })
})

it('the card takes over when it suits them, whole or not at all', () => {
  expect(hopedFor({ hoped_for: '', hoped: '周六上午' })).toBe('周六上午')
  expect(hopedFor({ hoped_for: '周日', hoped: '周六上午' })).toBe('周日')
  expect(hopedFor({ hoped_for: '', hoped: '周六上午都在家，别的日子要先打电话问一问' })).toBe('')
})
