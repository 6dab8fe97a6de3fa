/** A stand-in of WeChat's page renderer: shows a built page from its real wxml and js, and can be tapped. */
const { JSDOM } = require('jsdom')

const screen = new JSDOM('<!doctype html><body></body>', { url: 'https://phone.test/', pretendToBeVisual: true }).window
const names = Object.getOwnPropertyNames(screen).filter(name => !(name in globalThis))
for (const name of names) globalThis[name] = screen[name]
for (const name of ['window', 'document', 'Event', 'CustomEvent', 'EventTarget']) globalThis[name] = screen[name]
const simulate = require('miniprogram-simulate')
const exparser = require('miniprogram-exparser')

const SILENT = ['onAppShow', 'onAppHide', 'onError']
let app
globalThis.App = options => (app = options)
globalThis.getApp = () => app
globalThis.Page = options => Component(options)
globalThis.getCurrentPages = () => []

/** Starts the app of a build. `asked` collects what the pages ask of WeChat, as [what, of which]. */
function start(build, { storage = {} } = {}) {
  const asked = []
  const note = (what, key) => options => void asked.push([what, options[key]])
  Object.assign(globalThis.wx, Object.fromEntries(SILENT.map(name => [name, () => undefined])), {
    getStorageSync: key => storage[key] ?? '',
    setStorageSync: (key, value) => void (storage[key] = value),
    removeStorageSync: key => delete storage[key],
    getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 390, windowHeight: 844 }),
    getAppBaseInfo: () => ({ fontSizeScaleFactor: 1, language: 'zh_CN' }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getMenuButtonBoundingClientRect: () => ({ left: 296, right: 383, top: 50, bottom: 82 }),
    getLaunchOptionsSync: () => ({}),
    canIUse: () => true,
    navigateTo: note('navigateTo', 'url'),
    reLaunch: note('reLaunch', 'url'),
    makePhoneCall: note('call', 'phoneNumber'),
  })
  require(`${build}/app.js`)
  app.onLaunch({})
  return { asked, open: page => open(build, page) }
}

function open(build, page) {
  const host = screen.document.body.appendChild(screen.document.createElement('div'))
  simulate.render(simulate.load(`${build}/${page}`, { rootPath: build })).attach(host)
  const words = () => host.textContent
  const find = text => [...host.querySelectorAll('*')].filter(one => one.textContent.trim() === text).pop()
  return { words, has: className => host.querySelector(`[class*="--${className}"]`) !== null, tap: text => tap(find(text)), settle }
}

async function tap(element) {
  exparser.Event.dispatchEvent(element.__wxElement, exparser.Event.create('tap', {}, { bubbles: true, capturePhase: true, composed: true }))
  await settle()
}

/** setData travels to the screen in its own time. */
const settle = () => new Promise(done => setTimeout(done, 100))

module.exports = { start }
