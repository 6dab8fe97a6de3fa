import { beforeEach, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { Ticket } from '@/api/tickets'
import { useDeeds } from '@/packages/wish/useDeeds'
import { freshUni } from '../uni'

let phone: ReturnType<typeof freshUni>
const toasts: string[] = []

beforeEach(() => {
  toasts.length = 0
  phone = freshUni()
  vi.stubGlobal('getCurrentPages', () => [{ route: 'a' }, { $page: { fullPath: '/b' } }])
  Object.assign(uni, {
    navigateBack: ({ success }: any) => success(),
    showToast: ({ title }: any) => toasts.push(title),
  })
})

const seenBy = (audience: string) => ({ id: 4, audience, actions: [] }) as unknown as Ticket
const release = { action: 'release', label: '放回', takes: 'reason', ask: '' } as const

it('Whoever gave it back is led to their list, which says so', () => {
  const ticket = shallowRef<Ticket | null>(seenBy('doer'))
  useDeeds(ticket, async () => undefined).done(seenBy('public'), 'release')
  expect(toasts).toEqual(['已放回，别的邻居会接着帮'])
  expect(ticket.value?.audience).toBe('doer')
})

it('A step that leaves it in these hands stays on the page', () => {
  const ticket = shallowRef<Ticket | null>(seenBy('doer'))
  useDeeds(ticket, async () => undefined).done(seenBy('doer'), 'accept')
  expect(toasts).toEqual([])
})

it('A step that had arrived already, and whose answer was lost, is no dead end', async () => {
  phone.answer({ status: 409, body: { code: 'answered_before', title: '已经办过了', detail: '' } })
  const ticket = shallowRef<Ticket | null>(seenBy('doer'))
  await useDeeds(ticket, async () => void (ticket.value = seenBy('public'))).now({ ...release })
  expect(toasts).toEqual(['这件事已经不在您手上'])
})

it('A claim that waits for the desk is taken back at the wish', async () => {
  phone.answer({ status: 200, body: seenBy('public') })
  await useDeeds(shallowRef<Ticket | null>(seenBy('public')), async () => undefined).now({ ...release, action: 'unask' })
  expect(phone.sent[0].url).toContain('/api/wishes/4/unask')
})
