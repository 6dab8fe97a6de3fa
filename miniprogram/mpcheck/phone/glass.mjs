/** The glass of the phone: WeChat's own component engine shows built pages in jsdom, one layer for each page. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fault } from './faults.mjs'

const require = createRequire(import.meta.url)
const { JSDOM } = require('jsdom')

const screen = new JSDOM('<!doctype html><body></body>', { url: 'https://phone.test/', pretendToBeVisual: true }).window
for (const name of Object.getOwnPropertyNames(screen)) if (!(name in globalThis)) globalThis[name] = screen[name]
for (const name of ['window', 'document', 'Event', 'CustomEvent', 'EventTarget']) globalThis[name] = screen[name]

// Only now: both look for a window while they load.
const simulate = require('miniprogram-simulate')
const exparser = require('miniprogram-exparser')
const { register } = require('j-component')

/** What our pages say of WeChat's own elements; the simulator forgets all of it. */
const SAID = {
  view: ['role', 'ariaLabel', 'ariaModal', 'hidden'],
  text: ['role', 'ariaLabel', 'hidden'],
  image: ['role', 'ariaLabel', 'src', 'mode'],
  button: ['role', 'ariaLabel', 'disabled', 'openType', 'hidden'],
  input: ['ariaLabel', 'value', 'placeholder', 'type', 'maxlength', 'disabled', 'password'],
  picker: ['ariaLabel', 'mode', 'value', 'disabled'],
  textarea: ['ariaLabel', 'value', 'placeholder', 'maxlength', 'disabled'],
}
for (const [id, said] of Object.entries(SAID)) {
  register({ id, tagName: `wx-${id}`, template: '<slot/>', properties: Object.fromEntries(said.map(name => [name, null])) })
}

/** All templates of a build come out of WeChat's compiler at once. */
const MOST_BYTES = 64 * 1024 * 1024

/** A page of the build on a layer of its own. It lives like in WeChat: attached, onLoad, onShow, ready. */
export function layer(build, route) {
  const host = document.body.appendChild(document.createElement('div'))
  const root = simulate.render(simulate.load(join(build, route), { rootPath: build, compilerOptions: { maxBuffer: MOST_BYTES } }))
  const page = root.instance
  page.route = route
  const readying = new MutationObserver(() => ready(root._exparserNode)) // parts that appear later get ready, too
  return { host, page, open: query => open(root, host, query, readying), close: () => close(root, host, readying) }
}

function open(root, host, query, readying) {
  host.appendChild(root.dom)
  root.parentNode = host
  exparser.Element.pretendAttached(root._exparserNode)
  root.instance.onLoad(query)
  root.instance.onShow?.()
  readying.observe(host, { childList: true, subtree: true })
  ready(root._exparserNode)
}

function close(root, host, readying) {
  readying.disconnect()
  root.instance.onUnload?.()
  root.detach()
  host.remove()
}

const done = new WeakSet()

function ready(node) {
  if (node.shadowRoot instanceof exparser.Element) ready(node.shadowRoot)
  if (node instanceof exparser.Component && !done.has(node)) {
    done.add(node)
    node.triggerLifeTime('ready')
  }
  for (const child of node.childNodes) if (child instanceof exparser.Element) ready(child)
}

/** What the page said of an element: `said(element).ariaLabel`. */
export const said = element => (element.__wxElement && exparser.Element.getMethodCaller(element.__wxElement)?.data) ?? {}

/** As a finger or the keyboard does it. A tap goes up through all elements, what a field says does not. */
export function send(element, type, detail, bubbles = type === 'tap') {
  const event = exparser.Event.create(type, detail, { bubbles, capturePhase: bubbles, composed: bubbles })
  exparser.Event.dispatchEvent(element.__wxElement, event)
}

// The engine swallows what a page throws; nobody may overlook it here.
exparser.addGlobalErrorListener((error, about) => fault(error?.stack ?? error, about?.type ?? ''))
