/** At the gate of a session: devices, the codes of a screen, scans of others, the roster, late uploads, who was there. */
import type { components } from './contract'
import { send } from './http'
import type { Card, Codes, Repair, ScanAnswer } from './presence'

type Schemas = components['schemas']
export type Device = Schemas['DeviceView']
export type RosterRow = Schemas['RosterRowView']
export type Present = Schemas['PresentView']
export type KeptScanRow = Schemas['KeptScanView']
export type FoundToScan = Schemas['FoundToScanView']
export type Oddity = Schemas['OddityView']
export type RecordOf = Schemas['RecordView']
export type Direction = 'in' | 'out'
export type Capacity = 'duty' | 'visit'

const at = (path: string) => `/api/occasions/${path}`

/** Whoever stands at a gate waits for four seconds; then it is scanned without network. */
const AT_THE_GATE = { patience: 4000 }

export type DeskWaits = Schemas['DeskWaitsView']
/** Requests to judge and people who ask to join a team, in all that one runs. */
export const countWaiting = () => send<DeskWaits>('GET', at('waiting'))

export const listDevices = (cursor?: string) => send<Schemas['DevicePage']>('GET', at('devices'), { query: { cursor } })
export const enrolDevice = (form: { area_id: number; name: string }, key: string) => send<Device>('POST', at('devices'), { body: form, key })
export const revokeDevice = (id: number, key: string) => send<Device>('POST', at(`devices/${id}/revoke`), { key })

export const showCodes = (id: number, device: string, direction: Direction) => send<Codes>('POST', at(`sessions/${id}/codes`), { body: { device, direction }, patience: 6000 })

interface PersonScan {
  client_id: string
  code: string
  direction: Direction
  capacity?: Capacity
}
export const scanPerson = (id: number, form: PersonScan) => send<ScanAnswer>('POST', at(`sessions/${id}/scans`), { body: form, ...AT_THE_GATE })

interface NamedScan {
  client_id: string
  person_id: number
  direction: Direction
  capacity?: Capacity
  at?: string
  reason: string
}
export const scanByName = (id: number, form: NamedScan) => send<ScanAnswer>('POST', at(`sessions/${id}/named_scans`), { body: form })
export const listRoster = (id: number) => send<Schemas['RosterRowList']>('GET', at(`sessions/${id}/roster`))
/** Its items carry their own ids: no key, and sent again with the time of the new try. */
export const uploadScans = (device: string, sent_at: string, items: object[]) => send<Schemas['UploadView']>('POST', at('uploads'), { body: { device, sent_at, items } })

export const listPresent = (id: number, view: string, cursor?: string) => send<Schemas['PresentPage']>('GET', at(`sessions/${id}/present`), { query: { view, cursor } })
export const findToScan = (id: number, q: string) => send<Schemas['FoundToScanList']>('GET', at(`sessions/${id}/find`), { query: { q } })
export const undoScan = (id: number, key: string) => send<KeptScanRow>('POST', at(`scans/${id}/undo`), { key })
export const seatPerson = (id: number, form: { person_id: number; post_id: number }, key: string) => send<FoundToScan>('POST', at(`sessions/${id}/seats`), { body: form, key })

export const listOddities = (id: number) => send<Schemas['OddityList']>('GET', at(`sessions/${id}/oddities`))
export const reviewOddity = (id: number, form: { name: string; words: string }, key: string) => send<Schemas['OddityList']>('POST', at(`sessions/${id}/oddities/review`), { body: form, key })

export const listRepairs = (query: { session_id?: number; state?: string; cursor?: string }) => send<Schemas['RepairPage']>('GET', at('repairs'), { query })
export const judgeRepair = (id: number, step: string, form: object, key: string) => send<Repair>('POST', at(`repairs/${id}/${step}`), { body: form, key })

export const printCard = (personId: number, key: string) => send<Card>('POST', at(`persons/${personId}/cards`), { key })
export const showRecordOf = (personId: number, reason: string) => send<RecordOf>('POST', at(`persons/${personId}/record`), { body: { reason } })
export const printRecordOf = (personId: number, form: object, key: string) => send<Schemas['PaperView']>('POST', at(`persons/${personId}/record/papers`), { body: form, key })
export const revokePaper = (id: number, why: string, key: string) => send<Schemas['PaperView']>('POST', at(`papers/${id}/revoke`), { body: { why }, key })
