/** The phone itself: its screen, sound, vibration, dialler, text size. */
// #ifdef H5
import * as inTheBuild from './sounds'
// #endif

export interface Frame {
  /** Height of the phone's status bar, px. */
  status: number
  /** Width to keep free at the top right for WeChat's capsule, px; 0 on H5. */
  capsule: number
}

export function frame(): Frame {
  // #ifdef MP-WEIXIN
  const { statusBarHeight = 20, windowWidth } = uni.getWindowInfo()
  const capsule = uni.getMenuButtonBoundingClientRect()
  return { status: statusBarHeight, capsule: windowWidth - capsule.left }
  // #endif
  // #ifndef MP-WEIXIN
  return { status: 0, capsule: 0 }
  // #endif
}

/** How much larger than usual WeChat shows text: 1 is usual, its 关怀模式 about 1.4. */
export function fontScale(): number {
  // #ifdef MP-WEIXIN
  return (uni.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1
  // #endif
  // #ifndef MP-WEIXIN
  return 1
  // #endif
}

// #ifdef H5
let lock: { release: () => Promise<void> } | null = null
// #endif

/** For the code screen. Where the browser cannot, the screen goes dark as usual: no reason to stop. */
export async function keepAwake(on: boolean): Promise<void> {
  // #ifdef MP-WEIXIN
  uni.setKeepScreenOn({ keepScreenOn: on })
  // #endif
  // #ifdef H5
  await lock?.release().catch(() => undefined)
  lock = on ? await (navigator.wakeLock?.request('screen').catch(() => null) ?? null) : null
  // #endif
}

export function vibrate(strength: 'short' | 'long'): void {
  // #ifdef MP-WEIXIN
  if (strength === 'long') uni.vibrateLong({})
  else uni.vibrateShort({ type: 'medium' } as UniNamespace.VibrateShortOptions)
  // #endif
  // #ifdef H5
  if (navigator.userActivation?.hasBeenActive === false) return // a browser lets no page shake a phone that nobody has touched
  navigator.vibrate?.(strength === 'long' ? 400 : 40)
  // #endif
}

export type Sound = 'good' | 'again' | 'bad'
const SOUNDS: Record<Sound, string> = { good: '/static/good.wav', again: '/static/again.wav', bad: '/static/bad.wav' }
// #ifdef H5
Object.assign(SOUNDS, inTheBuild) // without network nothing can be fetched, and then they are needed most
// #endif

/** One high tone for 可以, the same twice for 已经签过, two low ones for 不行: heard without looking. */
export function beep(sound: Sound): void {
  const player = uni.createInnerAudioContext()
  player.src = SOUNDS[sound]
  player.onEnded(() => player.destroy())
  player.onError(() => player.destroy())
  player.play()
}

/** Opens the dialler with this number. Changing one's mind there is not an error. */
export function call(phone: string): void {
  uni.makePhoneCall({ phoneNumber: phone, fail: () => undefined })
}
