/** The mini-program build, shown and tapped: what compiles may still come out empty inside WeChat. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'

const BUILD = process.env.MP_BUILD ?? fileURLToPath(new URL('../dist/build/mp-weixin', import.meta.url))
const options = { skip: existsSync(BUILD) ? false : 'there is no build: npm run build:mp' }
let phone
let home

before(async () => {
  if (options.skip) return
  phone = createRequire(import.meta.url)('./phone.cjs').start(BUILD)
  home = phone.open('pages/home/home')
  await home.settle()
})

test('home shows its six places and the tabs', options, () => {
  for (const word of ['许个心愿', '业主接待日', '打电话', '首页', '扫一扫', '我的', '意见与投诉']) assert.ok(home.words().includes(word), word)
})

test('a tile for the telephone opens the numbers', options, async () => {
  await home.tap('打电话')
  assert.ok(home.words().includes('12345'))
})

test('an emergency number reaches the dialler', options, async () => {
  await home.tap('120')
  assert.deepEqual(phone.asked.at(-1), ['call', '120'])
})

test('choosing 长辈版 turns the tiles into rows with verbs and keeps the telephone on screen', options, async () => {
  assert.ok(!home.has('jl-page-bottom'))
  await home.tap('换成长辈版')
  assert.ok(home.has('jl-elder'))
  for (const word of ['约业主接待日', '打电话给社区']) assert.ok(home.words().includes(word), word)
})

test('complaints are one tap away', options, async () => {
  await home.tap('意见与投诉')
  assert.deepEqual(phone.asked.at(-1), ['navigateTo', '/pages/feedback/feedback'])
})

// jsdom's timers would keep the process alive.
after(() => setTimeout(() => process.exit(process.exitCode), 50))
