/** What WeChat itself lays over a page: a question, a choice, a passing word. It is read and tapped like the page. */
import { answering } from './answering.mjs'

const TOAST_MS = 1500

export function dialogs() {
  const shown = { question: null, toast: '' }
  let fading

  const ask = (words, buttons) =>
    new Promise((done, fail) => (shown.question = { words, buttons: new Map(buttons.map(([label, answer]) => [label, () => answer(done, fail)])) }))

  function say(words, duration = TOAST_MS) {
    clearTimeout(fading)
    shown.toast = words
    if (duration) fading = setTimeout(() => (shown.toast = ''), duration)
  }

  return {
    words: () => [shown.toast, ...(shown.question ? [...shown.question.words, ...shown.question.buttons.keys()] : [])].filter(Boolean).join('\n'),
    open: () => shown.question !== null,
    tap(label) {
      const answer = shown.question.buttons.get(label)
      if (!answer) throw new Error(`WeChat asks something, and no answer is “${label}”`)
      shown.question = null
      answer()
    },
    wx: {
      showModal: answering('showModal', ({ title = '', content = '', showCancel = true, cancelText = '取消', confirmText = '确定' }) =>
        ask([title, content], [
          ...(showCancel ? [[cancelText, done => done({ confirm: false, cancel: true })]] : []),
          [confirmText, done => done({ confirm: true, cancel: false })],
        ])),
      showActionSheet: answering('showActionSheet', ({ alertText = '', itemList }) =>
        ask([alertText], [
          ...itemList.map((item, tapIndex) => [item, done => done({ tapIndex })]),
          ['取消', (_, fail) => fail(new Error('cancel'))],
        ])),
      showToast: answering('showToast', ({ title, duration }) => say(title, duration)),
      hideToast: answering('hideToast', () => say('')),
      showLoading: answering('showLoading', ({ title }) => say(title, 0)),
      hideLoading: answering('hideLoading', () => say('')),
    },
  }
}
