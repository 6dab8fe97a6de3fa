/** The phone's network: real HTTP to one server. The name in the build (VITE_API) leads to it, as DNS would. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { answering } from './answering.mjs'

const PATIENCE_MS = 60_000
const KINDS = { jpg: 'image/jpeg', png: 'image/png', mp3: 'audio/mpeg' }

/** `weather`: on, off (nothing leaves the phone), or deaf (it leaves, the answer never comes). */
export function network(base, files) {
  const watchers = new Set()
  let weather = 'on'
  const state = {
    flying: 0,
    get weather() {
      return weather
    },
    /** The phone knows when nothing leaves it any more; that nobody answers, it does not know. */
    set weather(now) {
      const turned = (now === 'off') !== (weather === 'off')
      weather = now
      if (turned) watchers.forEach(heard => heard({ isConnected: now !== 'off', networkType: now === 'off' ? 'none' : 'wifi' }))
    },
  }
  let home = null

  /** WeChat lets a mini-program talk to the servers on its list only. */
  function address(url) {
    if (url.startsWith('/')) return base + url
    const { origin } = new URL(url)
    home ??= origin
    if (origin !== home) throw new Error(`url not in domain list: ${origin}`)
    return base + url.slice(origin.length)
  }

  async function ask(url, { method = 'GET', header = {}, body, timeout = PATIENCE_MS }) {
    if (state.weather === 'off') throw new Error('no network')
    state.flying++
    try {
      const answer = await fetch(address(url), { method, headers: header, body, signal: AbortSignal.timeout(timeout) })
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (state.weather === 'deaf') throw new Error('the answer was lost')
      return { statusCode: answer.status, header: Object.fromEntries(answer.headers), bytes }
    } finally {
      state.flying--
    }
  }

  return {
    state,
    status: async url => (await ask(url, {})).statusCode,
    wx: {
      onNetworkStatusChange: heard => void watchers.add(heard),
      offNetworkStatusChange: heard => void watchers.delete(heard),
      request: answering('request', async options => {
        const body = options.data === undefined ? undefined : JSON.stringify(options.data)
        const { bytes, ...answer } = await ask(options.url, { ...options, body })
        return { ...answer, data: parsed(bytes.toString()), cookies: [] }
      }),
      uploadFile: answering('uploadFile', async options => {
        const { bytes, ...answer } = await ask(options.url, { ...options, method: 'POST', body: await form(files.real(options.filePath), options) })
        return { ...answer, data: bytes.toString() }
      }),
      downloadFile: answering('downloadFile', async options => {
        const { bytes, ...answer } = await ask(options.url, options)
        return { ...answer, tempFilePath: files.written(bytes) }
      }),
    },
  }
}

async function form(file, { name, formData = {} }) {
  const all = new FormData()
  for (const [key, value] of Object.entries(formData)) all.set(key, value)
  const kind = KINDS[file.split('.').at(-1)] ?? 'application/octet-stream'
  all.set(name, new Blob([await readFile(file)], { type: kind }), basename(file))
  return all
}

/** As WeChat does it for dataType json: whatever can be parsed is. */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
