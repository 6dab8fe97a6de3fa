import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useDraft } from '@/composables/useDraft'
import { freshUni } from '../uni'

const BLANK = { title: '', photos: [] as string[] }

beforeEach(() => {
  vi.useFakeTimers()
  freshUni()
})

async function typed(draft: ReturnType<typeof useDraft<typeof BLANK>>, title: string) {
  draft.form.title = title
  await nextTick()
  await vi.runAllTimersAsync()
}

it('What was typed is there again, under the same intention, after the app was closed', async () => {
  const before = useDraft('wish', BLANK)
  await typed(before, '换灯管')
  const after = useDraft('wish', BLANK)
  expect(after.form.title).toBe('换灯管')
  expect(after.key.value).toBe(before.key.value)
})

it('What was sent is gone, and the next one is a new intention', async () => {
  const draft = useDraft('wish', BLANK)
  await typed(draft, '换灯管')
  const sentUnder = draft.key.value
  draft.clear()
  await nextTick()
  await vi.runAllTimersAsync()
  const next = useDraft('wish', BLANK)
  expect(next.form.title).toBe('')
  expect(next.key.value).not.toBe(sentUnder)
})

it('The next form does not hold the photos of the last one', async () => {
  const draft = useDraft('wish', BLANK)
  draft.form.photos.push('wxfile://a.jpg')
  draft.clear()
  expect(draft.form.photos).toEqual([])
  expect(BLANK.photos).toEqual([])
})

it('A field that came with an update of the app has its blank value', async () => {
  const old = useDraft('wish', { title: '' })
  old.form.title = '换灯管'
  await nextTick()
  await vi.runAllTimersAsync()
  expect(useDraft('wish', { ...BLANK, place: '家里' }).form).toMatchObject({ title: '换灯管', place: '家里' })
})
