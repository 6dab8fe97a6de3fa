/** A stand-in for the `uni` of the platform: storage in memory, and a network that answers what a test lays out. */
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import { useNotice } from '@/stores/notice'

export interface Sent {
  url: string
  method?: string
  data?: unknown
  header: Record<string, string>
  filePath?: string
}
type Answer = { status: number; body?: unknown } | 'no network'

export function freshUni() {
  const storage = new Map<string, unknown>()
  const sent: Sent[] = []
  const answers: ((asked: Sent) => Answer)[] = []
  const reply = (asked: Sent & Record<string, any>, asText: boolean) => {
    sent.push(asked)
    const answer = (answers.length > 1 ? answers.shift()! : answers[0])(asked)
    if (answer === 'no network') return asked.fail({ errMsg: 'request:fail' })
    asked.success({ statusCode: answer.status, data: asText ? JSON.stringify(answer.body) : answer.body })
  }
  vi.stubGlobal('uni', {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => storage.delete(key),
    request: (asked: any) => queueMicrotask(() => reply(asked, false)),
    uploadFile: (asked: any) => queueMicrotask(() => reply(asked, true)),
    getAppBaseInfo: () => ({ fontSizeScaleFactor: 1.4 }),
  })
  vi.stubGlobal('getCurrentPages', () => [{ $page: { fullPath: '/pages/wishes/wishes?mine=1' } }])
  setActivePinia(createPinia())
  /** The last answer is given again and again. */
  const answer = (...next: (Answer | ((asked: Sent) => Answer))[]) => {
    answers.push(...next.map(one => (typeof one === 'function' ? one : () => one)))
  }
  /** What stands on the screen and waits for 「知道了」. */
  const told = () => useNotice().now
  return { storage, sent, answer, told }
}
