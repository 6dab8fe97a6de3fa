/** How bright the screen is: a code has to be read by another camera, in the sun. Browsers leave that to the person. */

let before = -1

export async function brighten(on: boolean): Promise<void> {
  // #ifdef MP-WEIXIN
  if (on && before < 0) before = await new Promise<number>(heard => uni.getScreenBrightness({ success: ({ value }) => heard(value), fail: () => heard(-1) }))
  if (on) uni.setScreenBrightness({ value: 1, fail: () => undefined })
  else if (before >= 0) uni.setScreenBrightness({ value: before, fail: () => undefined })
  if (!on) before = -1
  // #endif
}
