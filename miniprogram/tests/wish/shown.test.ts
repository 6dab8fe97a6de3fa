import { expect, it } from 'vitest'
import type { PartyTicket } from '@/api/tickets'
import { inHand, keysOf, question, stepsOf } from '@/packages/wish/shown'

const WORDS = ['点单', '派单', '接单', '办结', '评单']

function ticket(state: string, reached: number, known: object = {}) {
  const lifeline = WORDS.map((word, i) => ({ word, words: `${word}的话`, at: i < reached ? '2026-11-21T08:40:00Z' : null, reached: i < reached }))
  return { audience: 'party', state, state_label: '状态', lifeline, timeline: [], reopens: 0, ...known } as unknown as PartyTicket
}

it('Stations ahead are hollow', () => {
  expect(stepsOf(ticket('working', 3)).map(step => step.next)).toEqual([false, false, false, true, true])
})

it('What was answered on the spot was never sent to anybody: there is no hole in its line', () => {
  const spot = ticket('done', 4)
  Object.assign(spot.lifeline[1], { at: null, reached: false })
  expect(stepsOf(spot).map(step => step.word)).toEqual(['点单', '接单', '办结', '评单'])
})

it('What ended without being done has nothing ahead and says how it ended', () => {
  const steps = stepsOf(ticket('cannot_do', 1))
  expect(steps.map(step => step.word)).toEqual(['点单', '结果'])
  expect(steps[1].what).toBe('状态')
})

it('What nobody has rated yet still waits for its last station', () => {
  expect(stepsOf(ticket('unrated', 4)).map(step => step.word)).toEqual(WORDS)
})

it('A key is turned when its station is reached', () => {
  expect(keysOf(ticket('working', 3, { reopens: 1 }))).toMatchObject({ first: '', second: '', again: true })
  expect(keysOf(ticket('done', 4)).first).toMatch(/^(\d{4}年)?11月21日$|天$/) // no hour: there is little room beside a key
  expect(keysOf(ticket('closed', 5)).second).toMatch(/11月21日$|天$/)
  expect(keysOf(ticket('closed', 5)).said).toBe('评单的话')
})

it('Two keys mean something once somebody has it', () => {
  expect(inHand(ticket('open', 2))).toBe(false)
  expect(inHand(ticket('working', 3))).toBe(true)
})

it('While it waits, the question is what came with asking', () => {
  const timeline = [{ words: '谢谢' }, { words: '孩子几年级？' }, { words: '请居民补充' }, { words: '登记' }]
  expect(question(ticket('waiting', 3, { timeline }))).toBe('孩子几年级？')
  expect(question(ticket('working', 3, { timeline }))).toBe('')
})
