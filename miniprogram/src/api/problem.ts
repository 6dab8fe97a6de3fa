/** What went wrong, in one shape: the server's problem+json, no network, or a phone that cannot do it. */

export interface ProblemParts {
  status: number
  code: string
  title: string
  detail: string
  problems?: Record<string, string[]>
  request_id?: string
}

export class Problem extends Error {
  readonly status: number
  /** Stable, for programs; `title` and `detail` are for people. */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** What is wrong with which field of the form. */
  readonly problems: Record<string, string[]>
  /** What to read out on the telephone. */
  readonly requestId: string

  constructor(parts: ProblemParts) {
    super(`${parts.title}：${parts.detail}`)
    this.name = 'Problem'
    this.status = parts.status
    this.code = parts.code
    this.title = parts.title
    this.detail = parts.detail
    this.problems = parts.problems ?? {}
    this.requestId = parts.request_id ?? ''
  }
}

/** `wrote`: something was sent; whoever only looks has written nothing. */
export const offline = (wrote = true) =>
  new Problem({ status: 0, code: 'offline', title: '网络不通', detail: `${wrote ? '您写的都还在。' : ''}请看看手机有没有信号，再点一次` })

/** The phone or the browser cannot do it, or the person said no. */
export const refuse = (code: string, title: string, detail: string) => new Problem({ status: 0, code, title, detail })

/** An answer that is not a success. A proxy on the way may answer with a page instead of problem+json. */
export function problemOf(status: number, body: unknown): Problem {
  const parts = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemParts>
  const busy = status >= 500
  return new Problem({
    status,
    code: parts.code ?? `http_${status}`,
    title: parts.title ?? (busy ? '系统繁忙' : '没有办成'),
    detail: parts.detail ?? (busy ? '请稍等几分钟再试一次' : '请返回上一页再试一次'),
    problems: flat(parts.problems),
    request_id: parts.request_id,
  })
}

/** {photos: {0: ["太大"]}} → {photos: ["太大"]}: a form shows one line under one field. */
function flat(problems: unknown): Record<string, string[]> {
  const entries = Object.entries((problems ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.map(([field, found]) => [field, messagesIn(found)]))
}

function messagesIn(found: unknown): string[] {
  if (typeof found === 'string') return [found]
  return typeof found === 'object' && found !== null ? Object.values(found).flatMap(messagesIn) : []
}

/** Whatever was thrown, as something that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  console.error(error)
  return refuse('unexpected', '出了点问题', '请再试一次；还不行，请给社区打电话')
}
