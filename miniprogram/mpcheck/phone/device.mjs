/** The phone around the page: its size, its camera and microphone, its dialler, and who is signed in to WeChat on it. */
import { answering } from './answering.mjs'
import { selectorQuery } from './asking.mjs'

const nothing = () => undefined

/** `owner`: their openid, and the address of the WeChat stand-in, which knows the codes. `note(name, options)` keeps what was asked. */
export function device({ owner, files, launch, note, scale = 1 }) {
  /** What the person will point the camera at, or say: filled by the test, used up one by one. */
  const given = { scans: [], photos: [], voices: [], phones: [] }

  function next(kind) {
    if (!given[kind].length) throw new Error('cancel')
    return given[kind].shift()
  }

  const noted = (name, result = nothing) => answering(name, options => {
    note(name, options)
    return result(options)
  })

  return {
    given,
    phoneCode: () => codeOf(owner, 'phone_code', { phone: next('phones') }),
    wx: {
      ...Object.fromEntries(['onAppShow', 'onAppHide', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'preloadAssets'].map(name => [name, nothing])),
      getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
      getAppBaseInfo: () => ({ fontSizeScaleFactor: scale, language: 'zh_CN', SDKVersion: '3.6.0', theme: 'light' }),
      getDeviceInfo: () => ({ platform: 'ios', system: 'iOS 17.0', brand: 'iPhone', model: 'iPhone' }),
      getSystemInfoSync: () => ({ platform: 'ios', language: 'zh_CN', windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
      getMenuButtonBoundingClientRect: () => ({ left: 296, right: 383, top: 50, bottom: 82, width: 87, height: 32 }),
      getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
      getLaunchOptionsSync: () => launch,
      getEnterOptionsSync: () => launch,
      canIUse: () => true,
      nextTick: heard => setTimeout(heard),
      login: answering('login', async () => ({ code: await codeOf(owner, 'code') })),
      scanCode: answering('scanCode', () => ({ result: next('scans'), scanType: 'QR_CODE' })),
      chooseMedia: answering('chooseMedia', ({ count = 9 }) => {
        const chosen = [next('photos'), ...given.photos.splice(0, count - 1)]
        return { type: 'image', tempFiles: chosen.map(file => ({ tempFilePath: files.copied(file), fileType: 'image' })) }
      }),
      compressImage: answering('compressImage', ({ src }) => ({ tempFilePath: files.copied(files.real(src)) })),
      getRecorderManager: () => recorder(() => files.copied(next('voices'))),
      createInnerAudioContext: () => player(note),
      vibrateShort: noted('vibrateShort'),
      vibrateLong: noted('vibrateLong'),
      setKeepScreenOn: noted('setKeepScreenOn'),
      getPerformance: () => ({ getEntries: () => [] }), // WeChat's has no clock
      getScreenBrightness: answering('getScreenBrightness', () => ({ value: 0.4 })),
      setScreenBrightness: noted('setScreenBrightness'),
      setClipboardData: noted('setClipboardData'),
      previewImage: noted('previewImage'),
      makePhoneCall: noted('makePhoneCall'),
      openDocument: noted('openDocument'),
      setNavigationBarTitle: noted('setNavigationBarTitle'),
      createSelectorQuery: selectorQuery,
      pageScrollTo: noted('pageScrollTo'),
      requestSubscribeMessage: noted('requestSubscribeMessage', ({ tmplIds }) => Object.fromEntries(tmplIds.map(id => [id, 'accept']))),
      getPrivacySetting: noted('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《近邻小程序隐私保护指引》' })),
      requirePrivacyAuthorize: noted('requirePrivacyAuthorize'),
      openPrivacyContract: noted('openPrivacyContract'),
    },
  }
}

async function codeOf({ openid, wechat }, kind, more = {}) {
  const answer = await fetch(`${wechat}/standin/${kind}?${new URLSearchParams({ openid, ...more })}`)
  return answer.json()
}

function recorder(voice) {
  const heard = {}
  return {
    onStart: listener => void (heard.start = listener),
    onStop: listener => void (heard.stop = listener),
    onError: listener => void (heard.error = listener),
    start: () => heard.start?.(),
    stop: () => setTimeout(() => {
      try {
        heard.stop?.({ tempFilePath: voice(), duration: 3000 })
      } catch (error) {
        heard.error?.({ errMsg: `operateRecorder:fail ${error.message}` })
      }
    }),
  }
}

function player(note) {
  const heard = {}
  const listening = Object.fromEntries(['Play', 'Pause', 'Stop', 'Ended', 'Error', 'Canplay', 'TimeUpdate'].flatMap(what => [
    [`on${what}`, listener => void (heard[what] = listener)],
    [`off${what}`, () => void delete heard[what]],
  ]))
  return {
    src: '',
    ...listening,
    play() {
      note('play', { src: this.src })
      heard.Play?.()
      setTimeout(() => heard.Ended?.())
    },
    pause: () => heard.Pause?.(),
    stop: () => heard.Stop?.(),
    seek: nothing,
    destroy: nothing,
  }
}
