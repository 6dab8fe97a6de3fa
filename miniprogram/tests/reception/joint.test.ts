import { expect, it } from 'vitest'
import { buttonsOf } from '@/packages/staff/acts/acts'
import { fewOf, idOf, isPerson, partOf } from '@/packages/staff/acts/takers'
import { cellOf, sinceOf } from '@/packages/staff/figures/slips'
import { handActs } from '@/packages/staff/hands'
import { draftOf, formOf, missingIn } from '@/packages/staff/reception/set-out'
import { unitsOf } from '@/packages/staff/units'

const all = Array.from({ length: 9 }, (_, i) => ({ value: `unit:${i}` }))

it('keeps in sight whoever was chosen or is recommended, however far they stand', () => {
  expect(fewOf(all, 2, 'unit:7', 'unit:0').map(one => one.value)).toEqual(['unit:7', 'unit:0', 'unit:1'])
})

it('says to whom something goes as the server wants it', () => {
  expect(idOf('unit:5')).toEqual({ unit_id: 5 })
  expect(idOf('')).toEqual({})
  expect(isPerson('person:3')).toBe(true)
})

it('sends a day of a share only where it has its own', () => {
  expect(partOf({ to: 'unit:5', name: '供电所', part: ' 断电 ', due_on: '' })).toEqual({ unit_id: 5, part: '断电' })
  expect(partOf({ to: 'unit:5', name: '供电所', part: '断电', due_on: '2026-12-01' })).toMatchObject({ due_on: '2026-12-01' })
})

it('offers paper once, whatever may be written on it', () => {
  const acts = [{ action: 'accept', label: '接单' }, { action: 'bounce', label: '退回' }]

  expect(handActs({ actions: [{ action: 'drop_part', label: '撤回协办' }], paper_acts: acts }).map(one => one.action)).toEqual(['drop_part', 'by_paper'])
  expect(handActs({ actions: [], paper_acts: [] })).toEqual([])
})

it('shows yes and no to more time as one button', () => {
  const { likely } = buttonsOf([{ action: 'approve_extension', label: '同意延期' }, { action: 'decline_extension', label: '不同意延期' }])

  expect(likely).toHaveLength(1)
})

it('counts a share with its base', () => {
  const counts = { offered: 8, accepted: 6, bounced: 2, waiting: 0, taken_back: 0, done: 5, done_late: 1 }
  const figure = (name: string, base_label: string | null) => ({ name, label: '', definition: '', base_label })

  expect(cellOf(counts, figure('bounced', '派出'))).toBe('2/8')
  expect(cellOf(counts, figure('done_late', '说办好'))).toBe('1/5')
  expect(cellOf(counts, figure('offered', null))).toBe('8')
})

it('counts the day itself', () => {
  expect(sinceOf('30', '2026-11-30')).toBe('2026-11-01')
})

it('starts from the usual where nothing was set out yet, and from what holds where it was', () => {
  expect(draftOf({ tables: 0, slot_minutes: 10, kept: 0 }, []).tables).toBe('2')
  expect(formOf(draftOf({ tables: 3, slot_minutes: 15, kept: 2 }, [{ party: 'lead', unit_id: null, words: '书记' }]))).toEqual({ tables: 3, slot_minutes: 15, kept: 2, seats: [{ party: 'lead', unit_id: null, words: '书记' }] })
})

it('wants a table, and somebody on each seat', () => {
  const missing = missingIn({ tables: '0', slot_minutes: '10', kept: '4', seats: [{ party: 'lead', unit_id: null, words: ' ' }] })

  expect(missing.tables && missing.seats).toBeTruthy()
})

it('names each unit once', () => {
  expect(unitsOf([{ unit_name: '庠柄物业' }, { unit_name: null }, { unit_name: '庠柄物业' }])).toEqual(['庠柄物业'])
})
