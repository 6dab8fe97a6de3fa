/** Photos and voice notes: sent first, named by number in the form that needs them. */
import type { components } from './contract'
import { BASE, upload } from './http'

export type SentFile = components['schemas']['SentFileView']

const sendFile = (kind: SentFile['kind'], path: string, key: string) => upload<SentFile>('/api/files/', path, { key, fields: { kind } })

export const sendPicture = (path: string, key: string) => sendFile('picture', path, key)
export const sendVoice = (path: string, key: string) => sendFile('voice', path, key)

/** For jl-photos, which keeps whatever the server called the photo. */
export const sendPhoto = async (path: string, key: string) => String((await sendPicture(path, key)).id)

/** A signed address as <image> and players need it: inside WeChat there is no page to be relative to. */
export const fileAt = (url: string) => BASE + url
