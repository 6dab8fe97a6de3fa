/** Reading the screen as a person does: what is visible, what is on top, which element says these words. */
import { said } from './glass.mjs'

const FIELDS = 'wx-input, wx-textarea'

/** Layout puts spaces and line breaks where it likes. */
const flat = text => text.replace(/\s+/g, '')

const hidden = element => [undefined, null, false, ''].includes(said(element).hidden) === false

/** A sheet or a question in front of the page is all that can be reached. */
export function front(host) {
  const modals = [...host.querySelectorAll('wx-view')].filter(element => said(element).ariaModal && visible(element, host))
  return modals.at(-1) ?? host
}

function visible(element, host) {
  for (let at = element; at && at !== host; at = at.parentElement) if (hidden(at)) return false
  return true
}

/** All words on the screen, with what stands in the fields. */
export function wordsIn(node) {
  if (node.nodeType === 3) return node.textContent
  if (node.nodeType !== 1 || hidden(node)) return ''
  if (node.matches(FIELDS)) return `${said(node).value ?? ''}\n`
  return [...node.childNodes].map(wordsIn).join('') + (node.matches('wx-text wx-text') ? '' : '\n')
}

export const tidy = text => text.split('\n').map(line => line.trim()).filter(Boolean).join('\n')
export const holds = (text, part) => flat(text).includes(flat(part))

/** The innermost element that says exactly this; rather a button than a heading; else the one nearest to other words. */
export function find(host, text, near) {
  const scope = front(host)
  const saying = [...scope.querySelectorAll('*')].filter(element => names(element, text) && visible(element, host))
  const inner = saying.filter(element => !saying.some(other => other !== element && element.contains(other)))
  const buttons = inner.filter(isButton)
  const meant = buttons.length ? buttons : inner
  if (meant.length > 1 && near) return nearest(meant, near, scope)
  if (meant.length !== 1) throw new Error(`${meant.length} places on the screen say “${text}”`)
  return meant[0]
}

/** Itself or what it lies in, as long as that says nothing else. */
function isButton(element) {
  for (let at = element; at && flat(wordsIn(at)) === flat(wordsIn(element)); at = at.parentElement) {
    if (at.matches('wx-button') || said(at).role === 'button') return true
  }
  return false
}

const names = (element, text) => said(element).ariaLabel === text || flat(wordsIn(element)) === flat(text)

function nearest(elements, near, scope) {
  const away = element => {
    let steps = 0
    for (let at = element; at !== scope.parentElement; at = at.parentElement, steps++) if (holds(wordsIn(at), near)) return steps
    return Infinity
  }
  const [first, second] = elements.map(element => ({ element, steps: away(element) })).sort((a, b) => a.steps - b.steps)
  if (first.steps === Infinity || first.steps === second.steps) throw new Error(`nothing tells which one is near “${near}”`)
  return first.element
}

/** A field by its label, or by the words that stand in it while it is empty. */
export function field(host, label) {
  const fields = [...front(host).querySelectorAll(FIELDS)].filter(element => visible(element, host))
  const meant = fields.filter(element => [said(element).ariaLabel, said(element).placeholder].includes(label))
  if (meant.length !== 1) throw new Error(`${meant.length} fields are called “${label}”`)
  return meant[0]
}

/** Where WeChat lets people turn a wheel: what says these words, or what they lie in. */
export function wheel(host, label) {
  const picker = find(host, label).closest('wx-picker')
  if (!picker) throw new Error(`“${label}” opens no wheel`)
  return picker
}

/** A picture that is painted, not fetched: a code, by its label. */
export function painted(host, label) {
  const called = [...front(host).querySelectorAll('wx-view')].filter(element => said(element).role === 'img' && said(element).ariaLabel === label)
  if (called.length !== 1) throw new Error(`${called.length} pictures are called “${label}”`)
  return called[0].getAttribute('style')
}

export const pictures = host => [...host.querySelectorAll('wx-image')].filter(one => visible(one, host)).map(one => said(one).src)
