import { expect, it } from 'vitest'
import { BLANK, estateFor, missing, OWN_WORDS, putDoor, type WishDraft, wishOf } from '@/packages/wish/draft'
import { arrived } from '@/photos'

const ESTATE = 4
const draft = (known: Partial<WishDraft> = {}): WishDraft => ({ ...BLANK, text: '灯管坏了', ...known })
const photo = (state: 'sending' | 'sent' | 'failed', token?: string) => ({ path: `/tmp/${token}.jpg`, key: 'k', state, token })

it('What was left out is left to the server, which may know it', () => {
  const wish = wishOf(draft(), ESTATE)
  expect(wish).toMatchObject({ estate_id: ESTATE, text: '灯管坏了', place: null, contact_name: null, contact_phone: null })
  expect(wish).not.toHaveProperty('voice_id')
  expect(wish).not.toHaveProperty('on_behalf')
})

it('A wish for somebody else names them, and leaves out a telephone they do not have', () => {
  const wish = wishOf(draft({ whose: 'other', otherName: ' 林伯伯 ', otherIs: 'grandchild' }), ESTATE)
  expect(wish.on_behalf).toEqual({ name: '林伯伯', phone: null, relation: 'grandchild' })
})

it('Somebody asked for before is named by who they are, not typed again', () => {
  const wish = wishOf(draft({ whose: 'other', otherId: '12', otherIs: 'neighbour' }), ESTATE)
  expect(wish.on_behalf).toEqual({ person_id: 12, phone: null, relation: 'neighbour' })
})

it('Of a wish for somebody else nothing typed about oneself goes along, only whom to call for them', () => {
  const own = { contactName: '小雯', contactPhone: '13859740031' }
  const fresh = wishOf(draft({ ...own, whose: 'other', otherName: '林伯伯', otherPhone: '0595-23522110' }), ESTATE)
  expect(fresh).toMatchObject({ contact_name: null, contact_phone: null, on_behalf: { phone: '0595-23522110' } })
  const known = wishOf(draft({ ...own, whose: 'other', otherId: '12', otherPhone: '138 5974 6027' }), ESTATE)
  expect(known).toMatchObject({ contact_name: null, contact_phone: '13859746027', on_behalf: { phone: null } })
})

it('A telephone number typed in groups is sent without gaps', () => {
  expect(wishOf(draft({ contactPhone: '138 5974 6027' }), ESTATE).contact_phone).toBe('13859746027')
})

it('The time is what was tapped, or one’s own words', () => {
  expect(wishOf(draft({ when: '周末' }), ESTATE).hoped).toBe('周末')
  expect(wishOf(draft({ when: OWN_WORDS, hoped: '周二下午' }), ESTATE).hoped).toBe('周二下午')
  expect(wishOf(draft({ when: OWN_WORDS }), ESTATE).hoped).toBeNull()
})

it('Only photos that have arrived go along', () => {
  expect(wishOf(draft({ photos: [photo('sent', '7'), photo('failed')] }), ESTATE).photo_ids).toEqual([7])
})

it('Speaking is enough; saying nothing is not', () => {
  expect(missing(draft({ text: '', voice: { id: 1, seconds: 3, url: '/files/a' } }), ESTATE)).toEqual({})
  expect(missing(draft({ text: '  ' }), ESTATE)).toHaveProperty('text')
})

it('A voice note that has not arrived is not left behind because something was typed, too', () => {
  expect(missing(draft({ unsent: 'sending' }), ESTATE).voice).toContain('稍等')
  expect(missing(draft({ text: '', unsent: 'lost' }), ESTATE)).toEqual({ voice: expect.stringContaining('没传上') })
})

it('The estate, and for whom, have to be said', () => {
  expect(missing(draft({ whose: 'other' }), undefined)).toEqual({ estate: '请选择他（她）住的小区', otherName: '请写明替谁许', otherIs: '请点一下您是他（她）的什么人' })
})

it('One’s own door is there already, until something else is written', () => {
  const mine = draft()
  putDoor(mine, '5栋 1单元 302')
  expect(mine.place).toBe('5栋 1单元 302')
  mine.place = '楼道口'
  putDoor(mine, '2栋 301')
  expect(mine.place).toBe('楼道口')
})

it('A wish for somebody else knows nothing of where the writer lives', () => {
  const own = { id: ESTATE, name: '庠柄小区' }
  const other = draft()
  putDoor(other, '5栋 1单元 302')
  other.whose = 'other'
  putDoor(other, '5栋 1单元 302')
  expect(other.place).toBe('')
  expect(estateFor(other, own)).toBeNull()
  expect(estateFor(draft(), own)).toBe(own)
})

it('A photo that is still on its way, or was lost there, is not forgotten silently', () => {
  expect(missing(draft({ photos: [photo('sending')] }), ESTATE).photos).toContain('稍等')
  expect(missing(draft({ photos: [photo('failed')] }), ESTATE).photos).toContain('没传上')
})

it('After a reload photos that had arrived are still there, the others went with the phone’s memory', () => {
  expect(arrived([photo('sent', '7'), photo('failed')]).map(one => one.token)).toEqual(['7'])
})
