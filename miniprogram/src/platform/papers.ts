/** Papers: a PDF is opened by the phone or the browser; printing happens where a printer is. */
import { download } from '@/api/http'
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

/** Opens a PDF of our own server, fetched as whoever is signed in; one that is only just being made may be waited for. */
export async function openDocument(path: string | Promise<string>): Promise<void> {
  // #ifdef MP-WEIXIN
  await uni.openDocument({ filePath: await download(await path), fileType: 'pdf', showMenu: true })
  // #endif
  // #ifdef H5
  const tab = window.open('', '_blank') // at once: after waiting, browsers take it for an advertisement
  if (!tab) throw refuse('no_window', '浏览器拦住了新窗口', '请允许本网站打开新窗口，再点一次')
  try {
    tab.location.href = await download(await path)
  } catch (error) {
    tab.close()
    throw error
  }
  // #endif
}
