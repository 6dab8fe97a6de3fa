/** Photos and voice notes: sent first, named by number in the form that needs them. */
import type { components } from './contract'
import { BASE, upload } from './http'

export type SentFile = components['schemas']['SentFileView']

const sendFile = (kind: SentFile['kind'], path: string, key: string) => upload<SentFile>('/api/files/', path, { key, fields: { kind } })

const sendPicture = (path: string, key: string) => sendFile('picture', path, key)
export const sendVoice = (path: string, key: string) => sendFile('voice', path, key)

export interface SentPhoto {
  token: string
  url: string
}

/** As jl-photos wants it: what the server calls the photo, and where it can be seen. */
export async function sendPhoto(path: string, key: string): Promise<SentPhoto> {
  const { id, thumb_url, url } = await sendPicture(path, key)
  return { token: String(id), url: thumb_url ?? url }
}

/** A signed address as <image> and players need it: inside WeChat there is no page to be relative to. */
export const fileAt = (url: string) => BASE + url
