/** The calendar of an estate, as the phone's own calendar subscribes to it. */
import { BASE } from '@/api/http'
import { useNotice } from '@/stores/notice'

let opens = false
// #ifdef H5
opens = true
// #endif
/** The phone's calendar can be opened from here; inside WeChat its address can only be copied. */
export const canOpenCalendar = opens

/** `path`: /calendar/S0A7.ics */
export function addressOfFeed(path: string): string {
  // #ifdef H5
  return `${BASE || location.origin}${path}`
  // #endif
  // #ifndef H5
  return `${BASE}${path}`
  // #endif
}

export function openCalendar(path: string): void {
  // #ifdef H5
  location.href = addressOfFeed(path).replace(/^https?:/, 'webcal:')
  // #endif
}

export async function copyFeed(path: string): Promise<void> {
  await uni.setClipboardData({ data: addressOfFeed(path), showToast: false })
  useNotice().tell('地址已经复制', '在手机自带的日历里选“添加订阅日历”，把地址粘贴进去。日子有变，日历会跟着改。')
}
