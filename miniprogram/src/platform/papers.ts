/** Papers: a PDF is opened by the phone or the browser; printing happens where a printer is. */
import { BASE, download } from '@/api/http'
import { refuse } from '@/api/problem'

let printer = false
// #ifdef H5
printer = true
// #endif
export const canPrint = printer

export function print(): void {
  // #ifdef H5
  window.print()
  // #endif
  // #ifndef H5
  throw refuse('no_printer', '手机上不能打印', '请在社区的电脑上打开同一页再打印')
  // #endif
}

/** `path` is a signed address of our own server, good for a few minutes. */
export async function openDocument(path: string): Promise<void> {
  // #ifdef MP-WEIXIN
  const file = await download(path)
  await uni.openDocument({ filePath: file, fileType: 'pdf', showMenu: true })
  // #endif
  // #ifdef H5
  if (!window.open(BASE + path, '_blank')) throw refuse('no_window', '浏览器拦住了新窗口', '请允许本网站打开新窗口，再点一次')
  // #endif
}
