import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { faults } from './check.mjs'

const GOOD = {
  'app.json': JSON.stringify({ pages: ['pages/home/home'], tabBar: { list: [{ iconPath: 'home.png' }] } }),
  'app.js': 'App({})',
  'home.png': 'small',
  'pages/home/home.js': 'Page({})',
  'pages/home/home.json': '{}',
  'pages/home/home.wxml': '<view wx:if="{{a}}">好</view>',
  'pages/home/home.wxss': '.a { color: red; }',
}

function faultsWith(changes) {
  const folder = mkdtempSync(join(tmpdir(), 'mp-'))
  for (const [file, text] of Object.entries({ ...GOOD, ...changes })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    if (text !== null) writeFileSync(join(folder, file), text)
  }
  try {
    return faults(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a sound build has no fault', () => assert.deepEqual(faultsWith({}), []))

for (const [what, changes, words] of [
  ['a tag that is not closed', { 'pages/home/home.wxml': '<view><text>好</view>' }, /home\.wxml does not compile/],
  ['a broken expression', { 'pages/home/home.wxml': '<view wx:if="{{a +}}">好</view>' }, /home\.wxml does not compile/],
  ['a broken style sheet', { 'pages/home/home.wxss': '.a { color: red' }, /home\.wxss does not compile/],
  ['a broken script', { 'app.js': 'App({' }, /app\.js does not parse/],
  ['a page without its template', { 'pages/home/home.wxml': null }, /home\.wxml is missing/],
  ['a component that is not there', { 'pages/home/home.json': '{"usingComponents":{"jl-x":"../../x"}}' }, /x\.js is missing/],
  ['a package of more than 2 MB', { 'big.txt': 'x'.repeat(2 ** 21) }, /2 MB/],
  ['a foreign host', { 'app.js': 'const a = "https://at.alicdn.com/x"' }, /foreign host at\.alicdn\.com/],
  ['a heavy tab icon', { 'home.png': 'x'.repeat(40 * 1024 + 1) }, /40 KB/],
]) {
  test(`${what} is found`, () => assert.match(faultsWith(changes).join('\n'), words))
}
