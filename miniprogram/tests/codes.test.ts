import { expect, it } from 'vitest'
import { linkIn, readCode, sessionIn } from '@/codes'

const TOKEN = 's2jg9OtfyB0aSz0FrXjvww'

it('The code of a receipt leads to how far the ticket is', () => {
  expect(readCode(`https://jinlin.example/q/t/${TOKEN}`)).toBe(`/packages/wish/found?token=${TOKEN}`)
})

it('The code of a poster leads to writing a wish for that estate', () => {
  expect(readCode('https://jinlin.example/q/w/S0A7?from=poster')).toBe('/packages/wish/write?estate=S0A7')
})

it('The code of a screen leads to checking in, and says of which session it is', () => {
  const code = 'C1.12.39134ee.HYG22MS2YDHTJWUQ'
  expect(readCode(`https://jinlin.example/q/c/${code}`)).toBe(`/packages/market/check?code=${code}`)
  expect([sessionIn(code), sessionIn('U1.12.39134ee.HYG22MS2YDHTJWUQ'), sessionIn('')]).toEqual([12, 0, 0])
})

it('Somebody else’s code or card only says what it is', () => {
  expect(readCode('https://jinlin.example/q/c/U1.7.39134ee.HYG22MS2YDHTJWUQ')).toContain('/packages/gate/personal?')
  expect(readCode(`https://jinlin.example/q/k/${TOKEN}`)).toBe(`/packages/gate/personal?card=${TOKEN}`)
})

it('The poster of a session opens its page, the code of a printed record the answer to it', () => {
  expect(readCode(`https://jinlin.example/q/o/${TOKEN}`)).toBe(`/packages/market/session?token=${TOKEN}`)
  expect(readCode(`https://jinlin.example/q/s/${TOKEN}`)).toBe(`/packages/reception/slip?token=${TOKEN}`)
  expect(readCode(`https://jinlin.example/q/v/${TOKEN}`)).toBe(`/packages/market/verify?token=${TOKEN}`)
})

it('A voucher leads to the counter, on the telephone and on paper', () => {
  for (const code of ['V1.7.2f3a5b1.ABCDEFGHIJKLMNOP', 'P1.7.1.ABCDEFGHIJKLMNOP']) expect(readCode(`https://jinlin.example/q/v/${code}`)).toBe(`/packages/counter/scan?code=${code}`)
})

it('Six digits are those of a screen', () => {
  expect(readCode('482 915')).toBe('/packages/market/digits?digits=482915')
})

it('A number is found however it is typed', () => {
  for (const typed of ['10264738', '1026 4738', ' 1026-4738 ']) expect(readCode(typed)).toBe('/packages/wish/found?number=10264738')
})

it('A page of our own, as WeChat or H5 writes it, is itself', () => {
  expect(readCode('pages/home/home')).toBe('/pages/home/home')
  expect(readCode('https://jinlin.example/#/packages/wish/mine')).toBe('/packages/wish/mine')
})

it('A code of a stranger is no page', () => {
  for (const text of ['https://example.com/pay?x=1', 'hello', '123', '/q/t/short', 'javascript:alert(1)', '']) expect(readCode(text)).toBeNull()
})

it('WeChat hands over the whole link encoded, H5 only what stands behind /q/', () => {
  expect(readCode(linkIn({ q: encodeURIComponent('https://jinlin.example/q/w/S0A7') }))).toBe('/packages/wish/write?estate=S0A7')
  expect(readCode(linkIn({ path: `t/${TOKEN}` }))).toBe(`/packages/wish/found?token=${TOKEN}`)
})

it('A link that is missing or badly encoded opens nothing', () => {
  expect(readCode(linkIn({}))).toBeNull()
  expect(readCode(linkIn({ q: '%E0%A4%A' }))).toBeNull()
})
