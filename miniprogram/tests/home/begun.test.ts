import { expect, it } from 'vitest'
import { unfinished } from '@/pages/home/load'
import { freshUni } from '../uni'

const lies = (form: object) => freshUni().storage.set('draft:wish', { form, key: 'k' })

it('A wish that was begun and not sent is named by how it begins', () => {
  lies({ text: ' 灯管坏了 ', voice: null, photos: [] })
  expect(unfinished()).toBe('灯管坏了')
  lies({ text: '楼上的空调水一直滴在我家的雨棚上，嗒嗒嗒', photos: [] })
  expect(unfinished()).toBe('楼上的空调水一直滴在我家的雨棚上…')
})

it('Speaking or a photo is a beginning, too', () => {
  lies({ text: '', voice: { id: 1 }, photos: [] })
  expect(unfinished()).toContain('话')
  lies({ text: '', voice: null, photos: [{}] })
  expect(unfinished()).toContain('照片')
})

it('A form that was only opened is not unfinished', () => {
  freshUni()
  expect(unfinished()).toBeUndefined()
  lies({ text: ' ', voice: null, photos: [], place: '5栋 1单元 302' })
  expect(unfinished()).toBeUndefined()
})
