/** Which agreements one may give here of one's own accord, and what taking one back means. */
import type { Consent, Purpose } from '@/api/consents'
import { Purpose as PURPOSES } from '@/api/flows'

/** The others are asked for where they are needed: health at a wish, the place at a scan, a guardian at the desk. */
const FREELY: { purpose: Purpose; why: string }[] = [
  { purpose: 'messages', why: '不同意也没关系，消息都在「我的 → 消息」里' },
  { purpose: 'photo', why: '活动照片、表扬名单里可以有您' },
  { purpose: 'service', why: '用这里办事要先同意' },
]

const AFTER: Partial<Record<Purpose, string>> = {
  service: '收回以后，请不要再在这里办事；不想再用，可以在「隐私」里注销账号。办过的事还会办完。',
  messages: '以后不再发微信和短信，消息仍在「消息」里。',
  photo: '以后不再公开您的照片和姓名，已经公开的会撤下来。',
}

export const withdrawn = (purpose: string) => AFTER[purpose as Purpose] ?? '从现在起不再用于这件事。以前办的不受影响。'

export const offeredTo = (live: Consent[]) =>
  FREELY.filter(({ purpose }) => live.every(one => one.purpose !== purpose)).map(one => ({ ...one, label: PURPOSES[one.purpose].label }))
