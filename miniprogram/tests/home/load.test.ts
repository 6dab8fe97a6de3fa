import { beforeEach, expect, it } from 'vitest'
import { loadHome } from '@/pages/home/load'
import { freshUni, type Sent } from '../uni'

let phone: ReturnType<typeof freshUni>
beforeEach(() => {
  phone = freshUni()
})

const BOARD = { area: {}, community: null, desk: { id: 1, name: '浔北社区服务台', phone: '0595-23522110' }, notices: [], hotlines: [], may_post: false, today_words: '周日' }
const row = (known: object) => ({ id: 3, title: '楼道灯坏了', state: 'done', waits_for_you: true, ...known })
const page = (...items: object[]) => ({ status: 200, body: { items, next: null } })

function house(answers: Record<string, { status: number; body: unknown }>) {
  phone.answer(({ url }: Sent) => {
    const [, found] = Object.entries(answers).find(([path]) => url.includes(path)) ?? []
    return found ?? page()
  })
}

it('What waits for a rating comes with its verb', async () => {
  house({ '/board': { status: 200, body: BOARD }, '/mine': page(row({})) })
  const { waiting } = await loadHome({ estateId: 4, signedIn: true })
  expect(waiting).toEqual({ title: '楼道灯坏了：办好了，您看行不行？', action: '去评一评', path: '/packages/wish/ticket?id=3' })
})

it('Only what waits is asked for, however old it is', async () => {
  house({ '/board': { status: 200, body: BOARD } })
  await loadHome({ estateId: 4, signedIn: true })
  for (const list of ['/tickets/mine', '/tickets/tasks']) expect(phone.sent.find(({ url }) => url.includes(list))?.url).toContain('view=waiting')
})

it('Work offered to me goes before my own wishes', async () => {
  house({ '/board': { status: 200, body: BOARD }, '/mine': page(row({})), '/tasks': page(row({ id: 9, title: '换灯管', state: 'offered' })) })
  const { waiting } = await loadHome({ estateId: 4, signedIn: true })
  expect(waiting?.path).toBe('/packages/wish/ticket?id=9')
})

it('Who is not signed in sees the county, and is asked for nothing of their own', async () => {
  house({ '/board': { status: 200, body: BOARD }, '/areas': page({ id: 1, level: 'county' }) })
  const { desk, waiting } = await loadHome({ signedIn: false })
  expect(desk?.phone).toBe('0595-23522110')
  expect(waiting).toBeUndefined()
  expect(phone.sent.some(({ url }) => url.includes('/mine'))).toBe(false)
})

it('One part that fails leaves the others standing', async () => {
  house({ '/board': { status: 404, body: {} }, '/wishes': page({ id: 5, title: '换灯管', state_label: '待认领', estate_name: '庠柄小区', group_label: '', published_at: '2026-11-20T00:00:00Z' }) })
  const shows = await loadHome({ estateId: 4, signedIn: false })
  expect(shows.wishes).toHaveLength(1)
  expect(shows.problem).toBeUndefined()
})

it('When nothing can be loaded, the page says so', async () => {
  phone.answer({ status: 500, body: {} })
  const { problem } = await loadHome({ estateId: 4, signedIn: false })
  expect(problem?.title).toBe('系统繁忙')
})
