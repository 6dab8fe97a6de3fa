/** A phone with WeChat on it, off WeChat: starts a mini-program build, and lets somebody read, tap and type. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setClock } from './clock.mjs'
import { device } from './device.mjs'
import { dialogs } from './dialogs.mjs'
import { fault } from './faults.mjs'
import { said, send } from './glass.mjs'
import { network } from './network.mjs'
import { pages } from './pages.mjs'
import { field, find, holds, painted, pictures, tidy, wheel, wordsIn } from './reading.mjs'
import { storage } from './storage.mjs'
import { isLent, temporary } from './temporary.mjs'

const require = createRequire(import.meta.url)
const QUICK_MS = 20
const WHEELS = { time: /^\d\d:\d\d$/, date: /^\d{4}-\d\d-\d\d$/ }

/** One phone for each process: an app fills the global scope. `path` is where it is opened, with the query. */
export function start(options) {
  try {
    return switchOn(options)
  } catch (error) {
    process.stderr.write(`${error.stack}\n`) // as a mere fault nobody would ever be told
    return process.exit(1)
  }
}

function switchOn({ build, base = '', path = 'pages/home/home', store, owner = {}, scale, now }) {
  if (now) setClock(now)
  const asked = []
  const files = temporary()
  const note = (name, options) => asked.push([name, plain(options)])
  const launch = { path: path.split('?')[0], query: {}, scene: 1001, referrerInfo: {} }
  const parts = { stack: pages(build), net: network(base, files), over: dialogs(), phone: device({ owner, files, launch, note, scale }) }
  const { stack, net, over, phone } = parts
  install({ ...storage(store), ...net.wx, ...over.wx, ...phone.wx, ...stack.wx })
  globalThis.getCurrentPages = stack.current
  boot(build, launch)
  stack.launch(path)
  return { asked, setClock, given: phone.given, network: net.state, file: files.real, where: stack.where, back: stack.back, ...hands(parts) }
}

/** An interface we have no stand-in for is a fault, with its name: silence would look like success. */
function install(wx) {
  const simulated = require('miniprogram-simulate/src/api')
  const missing = Object.keys(simulated).filter(name => typeof simulated[name] === 'function')
  globalThis.wx = { ...Object.fromEntries(missing.map(name => [name, () => unknown(name)])), ...wx }
}

function unknown(name) {
  fault(`the phone has no wx.${name}`)
  throw new Error(`the phone has no wx.${name}`)
}

function boot(build, launch) {
  let app
  globalThis.App = options => (app = options)
  globalThis.getApp = () => app
  globalThis.Page = ({ data, ...methods }) => Component({ data, methods })
  require(join(build, 'app.js'))
  app.onLaunch(launch)
  app.onShow?.(launch)
}

/** What somebody can do with the phone in their hand. */
function hands({ stack, net, over, phone }) {
  const host = () => stack.top().host
  const words = () => tidy(`${over.words()}\n${wordsIn(host())}`)

  async function tap(text, near) {
    if (over.open()) return over.tap(text)
    const element = find(host(), text, near)
    const button = element.closest('wx-button')
    if (button && said(button).disabled) throw new Error(`“${text}” cannot be tapped now`)
    send(element, 'tap', { x: 0, y: 0 })
    if (button && said(button).openType === 'getPhoneNumber') send(button, 'getphonenumber', await phone.phoneCode().then(code => ({ code }), () => ({ errno: 1 })))
  }

  function type(label, text) {
    const element = field(host(), label)
    const most = Number(said(element).maxlength ?? 140)
    const value = most < 0 ? text : text.slice(0, most)
    send(element, 'input', { value, cursor: value.length })
    send(element, 'blur', { value })
  }

  /** A wheel says what it was turned to as it would in WeChat: 16:40, 2026-11-26. */
  function pick(label, value) {
    const picker = wheel(host(), label)
    if (!WHEELS[said(picker).mode]?.test(value)) throw new Error(`a wheel for a ${said(picker).mode} has no “${value}”`)
    send(picker, 'change', { value })
  }

  return {
    words,
    tap,
    type,
    pick,
    painted: label => painted(host(), label),
    sees: text => holds(words(), text),
    value: label => said(field(host(), label)).value,
    settled: () => settled(net.state),
    pictures: () => Promise.all(pictures(host()).filter(src => !isLent(src)).map(async src => ({ src, status: await net.status(src) }))),
  }
}

/** Nothing is on its way any more, and what came has been drawn. */
async function settled(state) {
  for (let quiet = 0; quiet < 3; quiet++) {
    await new Promise(wake => setTimeout(wake, QUICK_MS))
    if (state.flying) quiet = 0
  }
}

/** What was asked, without the listeners. */
const plain = options => JSON.parse(JSON.stringify(options ?? {}))
