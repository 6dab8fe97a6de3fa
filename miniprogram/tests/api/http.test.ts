import { beforeEach, describe, expect, it, vi } from 'vitest'
import { send, upload } from '@/api/http'
import { Problem } from '@/api/problem'
import { type Me, useSession } from '@/stores/session'
import { freshUni } from '../uni'

const EXPIRED = { status: 401, body: { code: 'token_expired', title: '登录过期', detail: '请重新登录' } }
const OK = { status: 200, body: { fine: true } }
const ME = { display_name: '陈阿姨', faces: [] } as unknown as Me
const NEW_TOKENS = { access_token: 'new', refresh_token: 'new-refresh', expires_in: 900, me: ME }
let phone: ReturnType<typeof freshUni>

beforeEach(() => {
  vi.useFakeTimers()
  phone = freshUni()
})

async function patiently<T>(asked: Promise<T>): Promise<T> {
  const settled = asked.then(value => () => value, error => () => { throw error })
  await vi.runAllTimersAsync()
  return (await settled)()
}

const problemOf = (asked: Promise<unknown>) => patiently(asked).then(() => null, error => error as Problem)

function signedIn() {
  const session = useSession()
  session.keep({ ...NEW_TOKENS, access_token: 'old', refresh_token: 'old-refresh' })
  return session
}

describe('what is sent', () => {
  it('carries the token, the query without empty values, and the key of the intention', async () => {
    signedIn()
    phone.answer(OK)
    await patiently(send('POST', '/api/wishes', { query: { tag: ['灯', 'b'], none: undefined }, body: { a: 1 }, key: 'k-12345678' }))
    expect(phone.sent[0].url).toBe(`/api/wishes?tag=${encodeURIComponent('灯')}&tag=b`)
    expect(phone.sent[0].header).toMatchObject({ Authorization: 'Bearer old', 'Idempotency-Key': 'k-12345678' })
  })

  it('has no Authorization header when nobody is signed in', async () => {
    phone.answer(OK)
    await patiently(send('GET', '/api/areas'))
    expect(phone.sent[0].header).not.toHaveProperty('Authorization')
  })
})

describe('a bad network', () => {
  it('lets a GET be tried three times', async () => {
    phone.answer('no network', 'no network', OK)
    expect(await patiently(send('GET', '/api/wishes'))).toEqual({ fine: true })
    expect(phone.sent).toHaveLength(3)
  })

  it('lets a POST be tried again with the same key', async () => {
    phone.answer('no network', OK)
    await patiently(send('POST', '/api/wishes', { body: {}, key: 'k-12345678' }))
    expect(phone.sent.map(one => one.header['Idempotency-Key'])).toEqual(['k-12345678', 'k-12345678'])
  })

  it('never repeats a POST that has no key', async () => {
    phone.answer('no network')
    await problemOf(send('POST', '/api/people/sign-in', { body: {} }))
    expect(phone.sent).toHaveLength(1)
  })

  it('ends in words that say what to do next', async () => {
    phone.answer('no network')
    const problem = await problemOf(send('GET', '/api/wishes'))
    expect(problem).toMatchObject({ code: 'offline', title: '网络不通' })
    expect(problem?.detail).toContain('再点一次')
  })

  it('waits for a first try that is still running on the server', async () => {
    phone.answer({ status: 409, body: { code: 'still_running' } }, OK)
    expect(await patiently(send('POST', '/api/wishes', { body: {}, key: 'k-12345678' }))).toEqual({ fine: true })
  })
})

describe('a token that ran out', () => {
  it('is renewed once for many requests, which are then all answered', async () => {
    signedIn()
    phone.answer(asked => {
      if (asked.url.endsWith('/refresh')) return { status: 200, body: NEW_TOKENS }
      return asked.header.Authorization === 'Bearer new' ? OK : EXPIRED
    })
    const all = await patiently(Promise.all([1, 2, 3].map(n => send('GET', `/api/wishes/${n}`))))
    expect(all).toHaveLength(3)
    expect(phone.sent.filter(one => one.url.endsWith('/refresh'))).toHaveLength(1)
    expect(phone.storage.get('access')).toBe('new')
  })

  it('that cannot be renewed signs the person out and remembers where to return', async () => {
    const session = signedIn()
    phone.answer(asked => (asked.url.endsWith('/refresh') ? { status: 401, body: { code: 'refresh_expired' } } : EXPIRED))
    const problem = await problemOf(send('GET', '/api/wishes'))
    expect(problem?.status).toBe(401)
    expect(session.signedIn).toBe(false)
    expect(session.returnTo).toBe('/pages/wishes/wishes?mine=1')
  })

  it('does not sign anybody out when only the network failed', async () => {
    const session = signedIn()
    phone.answer(asked => (asked.url.endsWith('/refresh') ? 'no network' : EXPIRED))
    expect((await problemOf(send('GET', '/api/wishes')))?.code).toBe('offline')
    expect(session.signedIn).toBe(true)
  })
})

describe('a password that somebody else chose', () => {
  it('is refused everything else, and the page is remembered each time', async () => {
    const session = signedIn()
    phone.answer({ status: 403, body: { code: 'must_change_password' } })
    await problemOf(send('GET', '/api/tickets/'))
    const first = session.heldUp
    expect(first).toEqual({ page: '/pages/wishes/wishes?mine=1' })
    await problemOf(send('GET', '/api/tickets/'))
    expect(session.heldUp).not.toBe(first)
    expect(session.signedIn).toBe(true)
  })
})

describe('a refusal', () => {
  it('tells which field is wrong, however deep the server found it', async () => {
    const problems = { title: ['请写清楚'], photos: { 0: ['太大了'] } }
    phone.answer({ status: 422, body: { code: 'malformed', title: '填写有误', detail: '请检查', problems, request_id: 'r1' } })
    const problem = await problemOf(send('POST', '/api/wishes', { body: {}, key: 'k-12345678' }))
    expect(problem?.problems).toEqual({ title: ['请写清楚'], photos: ['太大了'] })
    expect(problem?.requestId).toBe('r1')
  })

  it('sent as text by the network layer is read all the same', async () => {
    phone.answer({ status: 409, body: JSON.stringify({ code: 'day_full', title: '号已发完', detail: '请改天' }) })
    expect(await problemOf(send('GET', '/api/x'))).toMatchObject({ code: 'day_full', status: 409 })
  })

  it('from a proxy, with a page for a body, still speaks Chinese', async () => {
    phone.answer({ status: 502, body: '<html>Bad Gateway</html>' })
    expect(await problemOf(send('GET', '/api/x'))).toMatchObject({ code: 'http_502', title: '系统繁忙' })
  })
})

it('An upload carries token and key and returns what the server made of the file', async () => {
  signedIn()
  phone.answer({ status: 201, body: { token: 't1' } })
  expect(await patiently(upload('/api/files', 'wxfile://a.jpg', { key: 'k-12345678' }))).toEqual({ token: 't1' })
  expect(phone.sent[0]).toMatchObject({ filePath: 'wxfile://a.jpg', header: { Authorization: 'Bearer old', 'Idempotency-Key': 'k-12345678' } })
})
