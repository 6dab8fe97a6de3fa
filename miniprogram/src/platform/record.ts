/** A voice note of at most a minute: WeChat's recorder gives mp3, on H5 we make a WAV. */
import { refuse } from '@/api/problem'
// #ifdef H5
import { resampled, wav } from './wav'
// #endif

export interface Recorded {
  path: string
  seconds: number
}
export interface Recording {
  /** Ends it early; `done` then has the note. */
  stop: () => void
  done: Promise<Recorded>
}

export const LONGEST_SECONDS = 60

export async function record(): Promise<Recording> {
  // #ifdef MP-WEIXIN
  return recordInWeChat()
  // #endif
  // #ifdef H5
  return recordInBrowser()
  // #endif
}

const noMicrophone = () => refuse('no_microphone', '用不了话筒', '请在手机设置里允许使用麦克风，也可以打字，或者给社区打电话')

// #ifdef MP-WEIXIN
function recordInWeChat(): Recording {
  const recorder = uni.getRecorderManager()
  const started = Date.now()
  const done = new Promise<Recorded>((keep, fail) => {
    recorder.onStop(({ tempFilePath }) => keep({ path: tempFilePath, seconds: secondsSince(started) }))
    recorder.onError(() => fail(noMicrophone()))
  })
  recorder.start({ duration: LONGEST_SECONDS * 1000, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 })
  return { stop: () => recorder.stop(), done }
}
// #endif

// #ifdef H5
async function recordInBrowser(): Promise<Recording> {
  // Browsers hide the microphone from pages that are not https.
  if (!navigator.mediaDevices?.getUserMedia) throw noMicrophone()
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }).catch(() => {
    throw noMicrophone()
  })
  const context = new AudioContext()
  const heard: Float32Array[] = []
  const unplug = listen(context, stream, heard)
  let stop = () => {}
  const stopped = new Promise<void>(resolve => (stop = resolve))
  const timer = setTimeout(stop, LONGEST_SECONDS * 1000)
  const done = stopped.then(() => {
    clearTimeout(timer)
    unplug()
    return noteOf(heard, context.sampleRate)
  })
  return { stop, done }
}

/** ScriptProcessor is old, but works in every WebView and needs no second script file. */
function listen(context: AudioContext, stream: MediaStream, heard: Float32Array[]): () => void {
  const source = context.createMediaStreamSource(stream)
  const ear = context.createScriptProcessor(4096, 1, 1)
  ear.onaudioprocess = ({ inputBuffer }) => heard.push(inputBuffer.getChannelData(0).slice())
  source.connect(ear)
  ear.connect(context.destination)
  return () => {
    ear.disconnect()
    source.disconnect()
    stream.getTracks().forEach(track => track.stop())
    void context.close()
  }
}

function noteOf(heard: Float32Array[], rate: number): Recorded {
  const all = new Float32Array(heard.reduce((sum, part) => sum + part.length, 0))
  heard.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  const file = new File([wav(resampled(all, rate))], 'voice.wav', { type: 'audio/wav' })
  return { path: URL.createObjectURL(file), seconds: Math.max(1, Math.round(all.length / rate)) }
}
// #endif

// #ifdef MP-WEIXIN
const secondsSince = (started: number) => Math.max(1, Math.round((Date.now() - started) / 1000))
// #endif
