/** Time that only ever goes on: no clock that is set right, and none that was wrong, touches it. */

/** Milliseconds since some moment; only differences mean something. */
export function elapsed(): number {
  // #ifdef MP-WEIXIN
  return goneBy(Date.now())
  // #endif
  // #ifndef MP-WEIXIN
  return performance.now()
  // #endif
}

// #ifdef MP-WEIXIN
let seen = 0
let gone = 0

/** WeChat has nothing but the phone's clock: when that is put back, no time has passed. */
function goneBy(clock: number): number {
  if (seen) gone += Math.max(0, clock - seen)
  seen = clock
  return gone
}
// #endif
