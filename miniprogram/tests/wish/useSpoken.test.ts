import { beforeEach, expect, it } from 'vitest'
import { ref } from 'vue'
import type { Spoken } from '@/packages/wish/draft'
import { useSpoken } from '@/packages/wish/useSpoken'
import { freshUni } from '../uni'

let phone: ReturnType<typeof freshUni>
beforeEach(() => {
  phone = freshUni()
})

const ARRIVED = { status: 201, body: { id: 7, kind: 'voice', url: '/files/x', thumb_url: null, seconds: 4 } }
const REFUSED = { status: 422, body: { code: 'silent', title: '没有听到声音', detail: '请再说一次' } }
const settled = () => new Promise(wake => setTimeout(wake, 20))

it('What was said is sent at once and kept by its number', async () => {
  phone.answer(ARRIVED)
  const kept = ref<Spoken | null>(null)
  useSpoken(kept).take({ path: '/tmp/a.mp3', seconds: 4 })
  await settled()
  expect(kept.value).toEqual({ id: 7, seconds: 4, url: '/files/x' })
})

it('What was refused is said in words and can be sent again', async () => {
  phone.answer(REFUSED, ARRIVED)
  const kept = ref<Spoken | null>(null)
  const spoken = useSpoken(kept)
  spoken.take({ path: '/tmp/a.mp3', seconds: 4 })
  await settled()
  expect(spoken.lost.value).toBe(true)
  expect(spoken.trouble.value).toContain('没有听到声音')
  await spoken.again()
  expect(kept.value?.id).toBe(7)
})

it('Sending again is the same intention', async () => {
  phone.answer(REFUSED, ARRIVED)
  const spoken = useSpoken(ref<Spoken | null>(null))
  spoken.take({ path: '/tmp/a.mp3', seconds: 4 })
  await settled()
  await spoken.again()
  expect(new Set(phone.sent.map(one => one.header['Idempotency-Key'])).size).toBe(1)
})

it('A note taken back is not kept, even when its sending ends later', async () => {
  phone.answer(ARRIVED)
  const kept = ref<Spoken | null>(null)
  const spoken = useSpoken(kept)
  spoken.take({ path: '/tmp/a.mp3', seconds: 4 })
  spoken.take(null)
  await settled()
  expect(kept.value).toBeNull()
})
