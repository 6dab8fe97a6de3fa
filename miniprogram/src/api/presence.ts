/** Being there: checking in and out by oneself, one's own code, what was forgotten, and the record of it all. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type ScanAnswer = Schemas['ScanAnswerView']
export type ScanForm = Schemas['ScanCodeForm']
export type DigitsForm = Schemas['ScanDigitsForm']
export type Codes = Schemas['CodesView']
export type Card = Schemas['CardView']
export type RepairForm = Partial<Schemas['RepairForm']>
export type Repair = Schemas['RepairView']
export type Record = Schemas['RecordView']
export type RecordDay = Schemas['RecordDayView']
export type Paper = Schemas['PaperView']
export type Verified = Schemas['VerifiedView']

const at = (path: string) => `/api/occasions/${path}`

/** A scan's client id is its key: sent again, it is the same scan. Whoever stands at a door waits six seconds. */
const AT_THE_DOOR = { patience: 6000 }

export const scanCode = (form: ScanForm) => send<ScanAnswer>('POST', at('scans'), { body: form, ...AT_THE_DOOR })
export const scanDigits = (sessionId: number, form: DigitsForm) => send<ScanAnswer>('POST', at(`sessions/${sessionId}/digits`), { body: form, ...AT_THE_DOOR })
export const showMyCodes = () => send<Codes>('GET', at('my_codes'))

export const listCards = (personId: number) => send<Schemas['CardList']>('GET', at(`persons/${personId}/cards`))
export const revokeCard = (id: number, key: string) => send<Card>('POST', at(`cards/${id}/revoke`), { key })

/** Its client id makes it one request, however often it is sent; the key is the same. */
export const askRepair = (sessionId: number, form: RepairForm) => send<Repair>('POST', at(`sessions/${sessionId}/repairs`), { body: form, key: form.client_id })
export const listMyRepairs = (cursor?: string) => send<Schemas['RepairPage']>('GET', at('repairs'), { query: { mine: true, cursor } })

export const showRecord = () => send<Record>('GET', at('record'))
export const listDays = (cursor?: string) => send<Schemas['RecordDayPage']>('GET', at('record/days'), { query: { cursor } })
export const printRecord = (form: Partial<Schemas['SpanForm']>, key: string) => send<Paper>('POST', at('record/papers'), { body: form, key })
/** By the token of a printed list. */
export const verifyPaper = (token: string) => send<Verified>('GET', at('papers'), { query: { code: token } })
