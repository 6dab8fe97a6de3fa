/** The phone keeps WeChat's rules, tried on a mini-program of a few lines. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, afterEach, test } from 'node:test'
import { takeFaults } from './phone/faults.mjs'
import { start } from './phone/phone.mjs'

const BUILD = {
  'app.json': JSON.stringify({ pages: ['one', 'two'] }),
  'app.js': 'App({ onLaunch() {} })',
  'one.json': '{}',
  'one.js': `Page({
    data: { name: '', said: '', taps: 0, life: [], hint: false, hour: '' },
    onLoad(query) { this.note('load ' + (query.q || '')) },
    onShow() { this.note('show') },
    note(what) { this.setData({ life: this.data.life.concat(what) }) },
    type(event) { this.setData({ name: event.detail.value }) },
    tap() { this.setData({ taps: this.data.taps + 1 }) },
    go() { wx.navigateTo({ url: '/two', fail: ({ errMsg }) => this.setData({ said: errMsg }) }) },
    lost() { wx.navigateTo({ url: '/three', fail: ({ errMsg }) => this.setData({ said: errMsg }) }) },
    ask() { wx.showModal({ title: '真的吗', success: ({ confirm }) => this.setData({ said: confirm ? '真的' : '不是' }) }) },
    unknown() { wx.startWifi({}) },
    fetch() { wx.request({ url: 'https://ours.test/hello', success: ({ data }) => this.setData({ said: data.words }), fail: ({ errMsg }) => this.setData({ said: errMsg }) }) },
    stray() { wx.request({ url: 'https://theirs.test/hello', fail: ({ errMsg }) => this.setData({ said: errMsg }) }) },
    turn(event) { this.setData({ hour: event.detail.value }) },
    watch() { wx.onNetworkStatusChange(({ isConnected }) => this.setData({ said: isConnected ? '连上了' : '断网了' })) },
    look() { this.setData({ said: new Date().toISOString() + (new Date(Date.now()) instanceof Date) }) },
    keep() { wx.setStorageSync('name', this.data.name) },
  })`,
  'one.wxml': `<view>{{life}}</view><view>{{said}}</view><text>点了 {{taps}} 次</text>
    <input aria-label="称呼" maxlength="3" value="{{name}}" bindinput="type"/>
    <picker mode="time" value="{{hour}}" bindchange="turn"><view aria-label="几点走的">{{hour}}</view></picker>
    <view role="img" aria-label="我的码" style="background-color:red">我的码</view>
    <button bindtap="tap">点我</button><button disabled="{{true}}" bindtap="tap">点不了</button>
    <view hidden="{{true}}">看不见</view>
    <button wx:for="{{['go', 'lost', 'ask', 'unknown', 'fetch', 'stray', 'watch', 'look', 'keep']}}" wx:key="*this" bindtap="{{item}}">{{item}}</button>`,
  'two.json': '{}',
  'two.js': 'Page({ onLoad() {}, again() { wx.navigateTo({ url: "/two", fail: ({ errMsg }) => this.setData({ said: errMsg }) }) } })',
  'two.wxml': '<button bindtap="again">再来</button><view>{{said}}</view>',
}

const folder = mkdtempSync(join(tmpdir(), 'mini-'))
for (const [file, text] of Object.entries(BUILD)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
let visits = 0
const server = createServer((_, answer) => answer.end(JSON.stringify({ words: `第 ${++visits} 次` })))
await new Promise(ready => server.listen(0, '127.0.0.1', ready))
const store = join(folder, 'store.json')
const phone = start({ build: folder, base: `http://127.0.0.1:${server.address().port}`, path: 'one?q=a%2Fb', store })

async function tap(text) {
  await phone.tap(text)
  await phone.settled()
}

const sees = text => assert.ok(phone.sees(text), phone.words())

test('a page is loaded with its query as written, then shown', () => sees('load a%2Fb,show'))

test('what is hidden is not read', () => assert.ok(!phone.sees('看不见')))

test('a button is pressed once, and not when it is disabled', async () => {
  await tap('点我')
  await assert.rejects(phone.tap('点不了'), /cannot be tapped/)
  sees('点了 1 次')
})

test('words that are not on the screen are not tapped', async () => {
  await assert.rejects(phone.tap('没有'), /0 places/)
})

test('a field takes what fits and shows it', async () => {
  phone.type('称呼', '陈阿姨您好')
  await phone.settled()
  assert.equal(phone.value('称呼'), '陈阿姨')
})

test('a wheel is turned to a time, and to nothing else', async () => {
  assert.throws(() => phone.pick('几点走的', '下午'), /has no “下午”/)
  assert.throws(() => phone.pick('点我', '16:40'), /opens no wheel/)
  phone.pick('几点走的', '16:40')
  await phone.settled()
  sees('16:40')
})

test('a painted picture is found by its label, not by words that say the same', () => {
  assert.match(phone.painted('我的码'), /red/)
  assert.throws(() => phone.painted('点我'), /0 pictures/)
})

test('the clock is set, and dates stay dates', async () => {
  phone.setClock(Date.UTC(2026, 10, 26, 0, 55))
  await tap('look')
  sees('2026-11-26T00:55:')
  sees('Ztrue')
})

test('a page that is not in app.json is refused', async () => {
  await tap('lost')
  sees('page "three" is not found')
})

test('a question of WeChat stands in front until it is answered', async () => {
  await tap('ask')
  await assert.rejects(phone.tap('点我'), /WeChat asks/)
  await tap('取消')
  sees('不是')
})

test('an interface we do not have is named', async () => {
  await phone.tap('unknown')
  assert.match(takeFaults().join(), /no wx\.startWifi/)
})

test('the server of the build is reached under the address of the test, another one is not', async () => {
  await tap('fetch')
  sees('第 1 次')
  await tap('stray')
  sees('url not in domain list')
})

test('without a network nothing leaves; with a deaf one it arrives and nobody is told', async () => {
  phone.network.weather = 'off'
  await tap('fetch')
  assert.equal(visits, 1)
  phone.network.weather = 'deaf'
  await tap('fetch')
  sees('request:fail')
  assert.equal(visits, 2)
  phone.network.weather = 'on'
})

test('the phone says when its network goes and comes, and not that nobody answers', async () => {
  await tap('watch')
  phone.network.weather = 'off'
  await phone.settled()
  sees('断网了')
  phone.network.weather = 'deaf'
  await phone.settled()
  sees('连上了')
  await tap('fetch')
  phone.network.weather = 'on'
  await phone.settled()
  sees('request:fail')
})

test('ten pages at most, and back to the one below, which is shown again', async () => {
  await tap('go')
  for (let n = 0; n < 9; n++) await tap('再来')
  assert.equal(phone.where().length, 10)
  sees('webview count limit exceed')
  for (let n = 0; n < 9; n++) phone.back()
  await phone.settled()
  sees('show,show')
})

test('storage is a file, for the next start', async () => {
  await tap('keep')
  const { storage } = await import('./phone/storage.mjs')
  assert.equal(storage(store).getStorageSync('name'), '陈阿姨')
})

afterEach(() => assert.deepEqual(takeFaults(), []))
after(() => {
  server.close()
  rmSync(folder, { recursive: true })
  setTimeout(() => process.exit(process.exitCode), 50) // jsdom's timers would keep the process alive
})
