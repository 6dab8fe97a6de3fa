import { beforeEach, expect, it, vi } from 'vitest'
import { useNotice } from '@/stores/notice'
import { freshUni } from './uni'

beforeEach(() => void freshUni())

const stack = (pages: number) => vi.stubGlobal('getCurrentPages', () => Array(pages).fill({}))

it('What was told stands on the page where it happened', () => {
  stack(2)
  useNotice().tell('网络不通', '您写的都还在')
  expect(useNotice().now).toMatchObject({ title: '网络不通', page: 2 })
})

it('It does not stay over another page that comes to its place', () => {
  stack(2)
  useNotice().tell('网络不通', '您写的都还在')
  useNotice().arrive(3)
  expect(useNotice().now).not.toBeNull()
  useNotice().arrive(1)
  expect(useNotice().now).toBeNull()
})
