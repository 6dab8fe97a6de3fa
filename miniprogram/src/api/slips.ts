/** What a printed slip opens, and how a unit that is not signed in answers it: by a code that is sent to its telephone. */
import type { components } from './contract'
import { upload, send } from './http'

type Schemas = components['schemas']
export type ScannedSlip = Schemas['ScannedSlipView']
export type SlipAnswer = Pick<Schemas['SlipAnswerForm'], 'code' | 'act'> & Partial<Schemas['SlipAnswerForm']>
export type Answered = Schemas['SlipAnsweredView']

const at = (token: string, path = '') => `/api/tickets/slips/${token}${path}`

export const scanSlip = (token: string) => send<ScannedSlip>('GET', at(token))
export const sendSlipCode = (token: string) => send<Schemas['SlipCodeSentView']>('POST', at(token, '/code'))
/** A photo goes with the code, for nobody is signed in; it is seen by the desk alone. */
export const sendSlipPhoto = (token: string, code: string, path: string, key: string) =>
  upload<Schemas['SlipPhotoView']>(at(token, '/photo'), path, { key, fields: { code } })
/** No key: the code is good once. */
export const answerSlip = (token: string, form: SlipAnswer) => send<Answered>('POST', at(token, '/answer'), { body: form })
