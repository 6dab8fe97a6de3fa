/** The only place that talks to the network. */
import { useSession } from '@/stores/session'
import type { components } from './contract'
import { offline, Problem, problemOf } from './problem'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Value = string | number | boolean | null | undefined
export interface Asked {
  query?: Record<string, Value | Value[]>
  body?: object
  /** From `intention()`: required by the server on every POST that changes something. */
  key?: string
  /** How long somebody who stands there can wait, ms. */
  patience?: number
}
interface Answer {
  status: number
  body: unknown
}

export const BASE = import.meta.env.VITE_API ?? ''
const TIMEOUT_MS = 15_000
const PAUSES_MS = [500, 1500]
const REFRESH = '/api/people/refresh'

export async function send<T>(method: Method, path: string, asked: Asked = {}): Promise<T> {
  return settle<T>(() => persistently(method, path, asked))
}

/** Sends one file chosen or recorded on this phone. */
export function upload<T>(path: string, filePath: string, asked: { key: string; fields?: Record<string, string> }): Promise<T> {
  return settle<T>(() => retried(() => uploadOnce(path, filePath, asked)))
}

/** Fetches a paper, as whoever is signed in, into a temporary file and tells where it lies. */
export function download(path: string): Promise<string> {
  return settle<string>(() => retried(() => downloadOnce(path)))
}

/** An answer becomes a value or a Problem; a token that ran out is renewed once on the way. */
async function settle<T>(attempt: () => Promise<Answer>): Promise<T> {
  let answer = await attempt()
  if (codeOf(answer) === 'token_expired' && (await refreshed())) answer = await attempt()
  if (answer.status >= 200 && answer.status < 300) return answer.body as T
  if (answer.status === 401) useSession().end(here())
  if (codeOf(answer) === 'must_change_password') useSession().holdUp(here())
  throw problemOf(answer.status, answer.body)
}

/** A GET changes nothing and a keyed POST is done once, so both may be sent again; nothing else. */
function persistently(method: Method, path: string, asked: Asked): Promise<Answer> {
  const once = () => requestOnce(method, path, asked)
  return method === 'GET' || asked.key ? retried(once) : once()
}

async function retried(once: () => Promise<Answer>): Promise<Answer> {
  for (const pause of PAUSES_MS) {
    const answer = await once().catch(noAnswer)
    if (answer && !worthAnotherTry(answer)) return answer
    await new Promise(wake => setTimeout(wake, pause))
  }
  return once()
}

function noAnswer(error: unknown): null {
  if (error instanceof Problem && error.code === 'offline') return null
  throw error
}

/** The first try may still be at work on the server, or the server asks for a moment. */
const worthAnotherTry = (answer: Answer) => answer.status === 503 || codeOf(answer) === 'still_running'

function requestOnce(method: Method, path: string, { query, body, key, patience }: Asked): Promise<Answer> {
  return new Promise((done, fail) => {
    uni.request({
      url: BASE + path + search(query),
      method,
      data: body,
      header: { ...headers(key), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      timeout: patience ?? TIMEOUT_MS,
      success: ({ statusCode, data }) => done({ status: statusCode, body: parsed(data) }),
      fail: () => fail(offline(!!body)),
    })
  })
}

function uploadOnce(path: string, filePath: string, { key, fields }: { key: string; fields?: Record<string, string> }): Promise<Answer> {
  return new Promise((done, fail) => {
    uni.uploadFile({
      url: BASE + path,
      filePath,
      name: 'file',
      formData: fields,
      header: headers(key),
      timeout: 4 * TIMEOUT_MS,
      success: ({ statusCode, data }) => done({ status: statusCode, body: parsed(data) }),
      fail: () => fail(offline()),
    })
  })
}

/** Of a paper that was refused only the status is known; a 401 is most likely an old token. */
function downloadOnce(path: string): Promise<Answer> {
  return new Promise((done, fail) => {
    uni.downloadFile({
      url: BASE + path,
      header: headers(),
      timeout: TIMEOUT_MS,
      success: ({ statusCode, tempFilePath }) =>
        done({ status: statusCode, body: statusCode === 401 ? { code: 'token_expired' } : tempFilePath }),
      fail: () => fail(offline(false)),
    })
  })
}

function headers(key?: string): Record<string, string> {
  const { access } = useSession()
  return {
    Accept: 'application/json',
    ...(access ? { Authorization: `Bearer ${access}` } : {}),
    ...(key ? { 'Idempotency-Key': key } : {}),
  }
}

let refreshing: Promise<boolean> | null = null

/** Many requests may find the token expired at once: the first one renews it for all. */
function refreshed(): Promise<boolean> {
  refreshing ??= renew().finally(() => (refreshing = null))
  return refreshing
}

async function renew(): Promise<boolean> {
  const session = useSession()
  if (!session.refresh) return false
  const answer = await requestOnce('POST', REFRESH, { body: { refresh_token: session.refresh } })
  if (answer.status !== 200) return false
  session.keep(answer.body as components['schemas']['SessionView'])
  return true
}

/** uni.request parses application/json only; problem+json and uploads come as text. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

function search(query: Asked['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map(one => [name, one] as const))
  const said = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return said.length ? `?${said.map(pair => pair.map(part => encodeURIComponent(String(part))).join('=')).join('&')}` : ''
}

const codeOf = ({ body }: Answer) => (body as { code?: string } | null)?.code

/** Where the person is, to come back to after signing in. */
function here(): string {
  const page = getCurrentPages().slice(-1)[0] as unknown as { $page?: { fullPath: string } } | undefined
  return page?.$page?.fullPath ?? ''
}
