/** What fills the screen after a scan: the colour says whether it counts, the words say what to do. */
import { expect, it } from 'vitest'
import type { ScanAnswer } from '@/api/presence'
import { offline, refuse } from '@/api/problem'
import { mayAsk, mayServe, verdictOf, verdictOfProblem } from '@/packages/market/verdict'

const answer = (known: Partial<ScanAnswer>): ScanAnswer => ({ client_id: 'a', status: 'accepted', code: null, title: '签到成功', words: '9:02 签到，走的时候请记得签退', direction: 'in', capacity: 'duty', at: null, minutes: 0, session_id: 12, session_title: '近邻圩日', person_name: '王师傅', ...known })

it('What counts is green, what had counted amber, what does not count red', () => {
  const tones = (['accepted', 'already', 'refused'] as const).map(status => verdictOf(answer({ status })).tone)
  expect(tones).toEqual(['good', 'again', 'bad'])
})

it('A refusal says why and what next, and names no session', () => {
  const { title, lines } = verdictOf(answer({ status: 'refused', code: 'expired', title: '这个码过期了', words: '请再扫一次' }))
  expect([title, ...lines]).toEqual(['这个码过期了', '请再扫一次'])
})

it('Going without having come is amber, and leads to asking for it', () => {
  const verdict = verdictOf(answer({ code: 'no_check_in', direction: 'out' }))
  expect(verdict.tone).toBe('again')
  expect(mayAsk(verdict)).toBe(true)
})

it('Only a volunteer who came as a visitor is asked whether they serve', () => {
  const visit = verdictOf(answer({ capacity: 'visit' }))
  expect([mayServe(visit, true), mayServe(visit, false), mayServe(verdictOf(answer({})), true)]).toEqual([true, false, false])
  expect(mayServe(verdictOf(answer({ capacity: 'visit', status: 'refused' })), true)).toBe(false)
})

it('Without network nothing is said to count', () => {
  const { tone, word, offline: none } = verdictOfProblem(offline())
  expect([tone, word, none]).toEqual(['bad', '没有网络', true])
  expect(verdictOfProblem(refuse('too_many', '试得太多了', '请等 5 分钟')).lines).toEqual(['请等 5 分钟'])
})
