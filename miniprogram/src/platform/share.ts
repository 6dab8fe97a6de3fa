/** Telling somebody else: WeChat's own sharing is a kind of button; browsers share or copy words. */
import { useNotice } from '@/stores/notice'

let native = false
// #ifdef MP-WEIXIN
native = true
// #endif
export const canShareNatively = native

/** Words that have their address in them already. */
export async function shareText(text: string): Promise<void> {
  // #ifdef H5
  if (await navigator.share?.({ text }).then(() => true, () => false)) return
  // #endif
  await uni.setClipboardData({ data: text, showToast: false })
  useNotice().tell('已经复制', '请到微信里粘贴，发给邻居或者群里。')
}

/** `path` is a page of ours; inside WeChat the button itself carries it. */
export async function shareWords(words: string, path: string): Promise<void> {
  let text = words
  // #ifdef H5
  text = `${words} ${location.origin}${location.pathname}#${path}`
  const shared = await navigator.share?.({ text }).then(() => true, () => false)
  if (shared) return
  // #endif
  await uni.setClipboardData({ data: text, showToast: false })
  useNotice().tell('已经复制', '请到微信里粘贴，发给家人。')
}
