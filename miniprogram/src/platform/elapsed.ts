/** Time that only ever goes on: no clock that is set right, and none that was wrong, touches it. */

/** Milliseconds since some moment; only differences mean something. An old WeChat has nothing but its clock. */
export function elapsed(): number {
  // #ifdef MP-WEIXIN
  return (uni as unknown as { getPerformance?: () => { now: () => number } }).getPerformance?.().now() ?? Date.now()
  // #endif
  // #ifndef MP-WEIXIN
  return performance.now()
  // #endif
}
