/** Reading a QR code: WeChat's own scanner, or on H5 the camera, a photo, and (in jl-scanner) a typed code. */
import { refuse } from '@/api/problem'
import { elapsed } from './elapsed'

let native = false
// #ifdef MP-WEIXIN
native = true
// #endif
export const canScanNatively = native

/** Opens WeChat's scanner and returns what the code says. A code of our own mini-program arrives as its path. */
export async function scan(): Promise<string> {
  // #ifdef MP-WEIXIN
  return new Promise<string>((done, fail) => {
    uni.scanCode({
      scanType: ['qrCode'],
      success: found => done((found as { path?: string }).path || found.result),
      fail: ({ errMsg }) => fail(errMsg?.includes('cancel') ? refuse('cancelled', '没有扫', '') : noCamera()),
    })
  })
  // #endif
  // #ifndef MP-WEIXIN
  throw noCamera()
  // #endif
}

/** H5: shows the camera inside `host` and reports each code once, or with `again` once more when it was out of sight for so
 * many ms. Returns how to stop it. */
export async function watchCamera(host: HTMLElement, found: (text: string) => void, again = Infinity): Promise<() => void> {
  // #ifdef H5
  const { default: QrScanner } = await import('qr-scanner')
  const video = document.createElement('video') // uni-app's <video> is a player, not a camera
  video.setAttribute('playsinline', '')
  video.style.cssText = 'width:100%;height:100%;object-fit:cover;display:block'
  host.replaceChildren(video)
  const isNew = sightings(again)
  const report = (text: string) => isNew(text) && found(text)
  const scanner = new QrScanner(video, ({ data }) => report(data), { calculateScanRegion: wholePicture, highlightCodeOutline: true, maxScansPerSecond: 8 })
  await scanner.start().catch(() => {
    scanner.destroy()
    host.replaceChildren()
    throw noCamera()
  })
  return () => scanner.destroy()
  // #endif
  // #ifndef H5
  throw noCamera()
  // #endif
}

/** H5: finds the code in a photo of the album. */
export async function readPhoto(): Promise<string> {
  // #ifdef H5
  const { tempFilePaths } = await uni.chooseImage({ count: 1, sourceType: ['album'] })
  const { default: QrScanner } = await import('qr-scanner')
  const read = QrScanner.scanImage([tempFilePaths].flat()[0], { returnDetailedScanResult: true })
  return read.then(({ data }) => data).catch(() => {
    throw refuse('no_code', '照片里没有找到二维码', '请靠近一点、拍清楚再试，或者把码下面的号码输进来')
  })
  // #endif
  // #ifndef H5
  return scan() // WeChat's scanner has the album inside
  // #endif
}

/** Cameras see the same code many times a second: whether this sight of it is a new one. */
export function sightings(again: number): (text: string) => boolean {
  let last = ''
  let seenAt = 0
  return text => {
    const now = elapsed()
    const isNew = text !== last || now - seenAt > again
    last = text
    seenAt = now
    return isNew
  }
}

// #ifdef H5
const WIDE_ENOUGH = 800

/** Nobody should have to aim: the code may be anywhere in the picture and fill all of it. */
function wholePicture({ videoWidth: width, videoHeight: height }: HTMLVideoElement) {
  const scale = Math.min(1, WIDE_ENOUGH / Math.max(width, height))
  return { x: 0, y: 0, width, height, downScaledWidth: Math.round(width * scale), downScaledHeight: Math.round(height * scale) }
}
// #endif

const noCamera = () => refuse('no_camera', '用不了相机', '请在手机设置里允许使用相机，也可以从照片识别，或者输入码下面的号码')
