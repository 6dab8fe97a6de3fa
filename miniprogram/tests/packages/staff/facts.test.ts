/** The facts of a ticket: only what this audience was given, in words. */
import { expect, it } from 'vitest'
import type { Ticket } from '@/api/desk'
import { wishFrom, blank } from '@/packages/staff/register/wish'
import { factsOf, saidOf } from '@/packages/staff/facts'

const shown = { estate_name: '庠柄小区', category_label: '家里小修', group_label: '一位长者', supports: 0, helpers_needed: 1, places_left: 1 }

it('the public reads where and what, and nobody’s name', () => {
  const facts = factsOf({ ...shown, audience: 'public' } as unknown as Ticket)

  expect(facts.map(fact => fact.name)).toEqual(['地点', '分类'])
})

it('a fact without words is not shown', () => {
  const ticket = { ...shown, audience: 'doer', place: null, hoped: null, due_at: '2026-11-22T07:00:00Z', due_provisional: false, holder_name: '林师傅', helpers: ['林师傅'], parts: [] as object[] }

  expect(factsOf(ticket as unknown as Ticket).map(fact => fact.name)).toEqual(['地点', '分类', '期限', '在谁手上'])
})

it('whoever has a part of it reads the day of the whole as such: their own stands with their part', () => {
  const ticket = { ...shown, audience: 'doer', due_at: '2026-11-22T07:00:00Z', holder_name: '县城管大队', helpers: [], parts: [{}] }

  expect(factsOf(ticket as unknown as Ticket).map(fact => fact.name)).toContain('整件期限')
})

it('a wish for somebody new carries name and phone, one for somebody known only their number in the roster', () => {
  const written = { ...blank(), estate_id: '5', text: '灯坏了', name: '林奶奶', phone: '13850000000' }
  const known = { ...written, person: { id: 3, name: '林奶奶', about: '' } }

  expect(wishFrom(written)).toMatchObject({ on_behalf: { name: '林奶奶', phone: '13850000000' }, contact_phone: '13850000000', estate_id: 5, channel: 'desk' })
  expect(wishFrom(known).on_behalf).toEqual({ person_id: 3 })
  expect(wishFrom(known)).not.toHaveProperty('contact_phone')
})

it('what somebody said stands there once: as a title while it is short, else as text', () => {
  const long = '楼里好几位老人都想打流感疫苗，'.repeat(6)

  expect(saidOf('想请人换根灯管', '够不着，灯管坏了')).toEqual({ title: '想请人换根灯管', text: '够不着，灯管坏了' })
  expect(saidOf('楼里好几位老人…', '楼里好几位老人都想打疫苗')).toEqual({ title: '楼里好几位老人都想打疫苗', text: '' })
  expect(saidOf('楼里好几位老人都想打流感疫苗…', long)).toEqual({ title: '', text: long })
  expect(saidOf('换灯管', '换灯管')).toEqual({ title: '换灯管', text: '' })
})
