/** Time that only ever goes on: no clock that is set right, and none that was wrong, touches it. */

// #ifdef MP-WEIXIN
/** Not by way of `uni`, which would make a promise of it. Few versions of WeChat have its clock. */
declare const wx: { getPerformance?: () => { now?: () => number } | undefined }
// #endif

/** Milliseconds since some moment; only differences mean something. An old WeChat has nothing but its clock. */
export function elapsed(): number {
  // #ifdef MP-WEIXIN
  return wx.getPerformance?.()?.now?.() ?? Date.now()
  // #endif
  // #ifndef MP-WEIXIN
  return performance.now()
  // #endif
}
