import { expect, it } from 'vitest'
import { refuse } from '@/api/problem'
import { useList, type Page } from '@/composables/useList'

const PAGES: Record<string, Page<number>> = { first: { items: [1, 2], next: 'b' }, b: { items: [3], next: null } }
const fetch = async (cursor = 'first') => PAGES[cursor]

it('A list is loading, then ready, and grows until there is no next page', async () => {
  const list = useList(fetch)
  const loaded = list.reload()
  expect(list.state.value).toBe('loading')
  await loaded
  expect(list.more.value).toBe(true)
  await list.loadMore()
  expect(list.items.value).toEqual([1, 2, 3])
  expect(list.more.value).toBe(false)
})

it('A list without items is empty only after the server said so', async () => {
  const list = useList(async () => ({ items: [], next: null }))
  expect(list.state.value).toBe('loading')
  await list.reload()
  expect(list.state.value).toBe('empty')
})

it('A list that could not be loaded has failed, and keeps what it had', async () => {
  let broken = true
  const list = useList(async () => {
    if (broken) throw refuse('offline', '网络不通', '')
    return { items: [1], next: null }
  })
  await list.reload()
  expect(list.state.value).toBe('failed')
  broken = false
  await list.reload()
  broken = true
  await list.reload()
  expect(list.state.value).toBe('ready')
  expect(list.problem.value?.code).toBe('offline')
})

it('A slow answer to an old question does not overwrite a newer one', async () => {
  const waiting: ((page: Page<string>) => void)[] = []
  const list = useList<string>(() => new Promise(done => waiting.push(done)))
  const old = list.reload()
  const newer = list.reload()
  waiting[1]({ items: ['new'], next: null })
  waiting[0]({ items: ['old'], next: null })
  await Promise.all([old, newer])
  expect(list.items.value).toEqual(['new'])
})
