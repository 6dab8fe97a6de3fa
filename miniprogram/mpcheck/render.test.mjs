/** The mini-program build, shown and tapped: what compiles may still come out empty inside WeChat. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, afterEach, before, test } from 'node:test'

const BUILD = resolve(process.env.MP_BUILD ?? fileURLToPath(new URL('../dist/build/mp-weixin', import.meta.url)))
const options = { skip: existsSync(BUILD) ? false : 'there is no build: npm run build:mp' }
let phone
let takeFaults

before(async () => {
  if (options.skip) return
  ;({ takeFaults } = await import('./phone/faults.mjs'))
  phone = (await import('./phone/phone.mjs')).start({ build: BUILD })
  phone.network.weather = 'off' // nothing here needs a server
  await phone.settled()
})

async function tap(text) {
  await phone.tap(text)
  await phone.settled()
}

test('home shows its six places and the tabs', options, () => {
  for (const word of ['许个心愿', '近邻圩日', '业主接待日', '积分超市', '查进度', '打电话', '首页', '扫一扫', '我的', '意见与投诉']) assert.ok(phone.sees(word), word)
})

test('a tile for the telephone opens the numbers', options, async () => {
  await tap('打电话')
  assert.ok(phone.sees('12345'))
})

test('an emergency number reaches the dialler', options, async () => {
  await tap('120')
  assert.deepEqual(phone.asked.at(-1), ['makePhoneCall', { phoneNumber: '120' }])
  await tap('关闭')
})

test('choosing 长辈版 turns the tiles into rows with verbs and keeps the telephone on screen', options, async () => {
  assert.ok(!phone.sees('打电话给社区'))
  await tap('换成长辈版')
  for (const word of ['用编号查进度', '打电话给社区']) assert.ok(phone.sees(word), word)
})

test('complaints are one tap away, and one goes back to where one was', options, async () => {
  await tap('意见与投诉')
  assert.deepEqual(phone.where(), ['/pages/home/home', '/pages/feedback/feedback'])
  await phone.back()
  assert.deepEqual(phone.where(), ['/pages/home/home'])
})

test('a button is pressed once by one tap', options, async () => {
  await tap('我的')
  await tap('登录')
  assert.deepEqual(phone.where(), ['/pages/me/me', '/pages/sign-in/sign-in'])
})

afterEach(() => {
  if (!options.skip) assert.deepEqual(takeFaults(), [])
})

// jsdom's timers would keep the process alive.
after(() => setTimeout(() => process.exit(process.exitCode), 50))
