import { expect, it } from 'vitest'
import { slipOpens } from '@/places'

const at = (opens: string, ticket_id: number | null = 7) => slipOpens({ opens, ticket_id })

it('A slip leads everybody to their own page of it', () => {
  expect(at('party')).toBe('/packages/wish/ticket?id=7')
  expect(at('desk')).toBe('/packages/staff/ticket/ticket?id=7')
  expect(at('part')).toBe('/packages/wish/ticket?id=7')
  expect(slipOpens({ opens: 'part', ticket_id: 7 }, true)).toBe('/packages/staff/ticket/ticket?id=7')
})

it('Whoever it is not for stays with the slip, also where its card hangs on the wall', () => {
  for (const [opens, ticket] of [['public', 7], ['sign_in', null], ['nothing', null]] as const) expect(at(opens, ticket)).toBeNull()
})
