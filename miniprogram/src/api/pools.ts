/** Points as the desk keeps them: schemes, pools and what fills them, rules of earning, grants by hand, somebody's purse on their behalf. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Scheme = Schemas['SchemeView']
export type SchemeSheet = Schemas['SheetView']
export type Pool = Schemas['PoolView']
export type PayingPool = Schemas['PayingPoolView']
export type Donor = Schemas['DonorView']
export type Funding = Schemas['FundingView']
export type FundForm = Schemas['FundForm']
export type EarningRule = Schemas['EarningRuleView']
export type EarningRuleForm = Schemas['EarningRuleForm']
export type PointsGrant = Schemas['PointsGrantView']
export type PointsWaits = Schemas['PointsWaitsView']
export type Purse = Schemas['PurseView']
export type Entry = Schemas['EntryView']
export type Award = Schemas['AwardView']
export type Pin = Schemas['PinView']

const at = (path: string) => `/api/points/${path}`
const of = (schemeId: number, rest: string) => at(`schemes/${schemeId}/${rest}`)

/** Of an area, those above it and those below. */
export const listSchemes = (areaId: number) => send<Schemas['SchemeList']>('GET', at('schemes'), { query: { area_id: areaId } })
export const makeScheme = (form: Schemas['SchemeForm'], key: string) => send<Scheme>('POST', at('schemes'), { body: form, key })
export const changeScheme = (id: number, form: Schemas['SchemeChangeForm'], key: string) => send<Scheme>('POST', of(id, 'change'), { body: form, key })
export const showSchemeSheet = (id: number) => send<SchemeSheet>('GET', of(id, 'sheet'))

export const listPools = (schemeId: number) => send<Schemas['PoolList']>('GET', of(schemeId, 'pools'))
/** Out of which something in an area can be paid. */
export const listPayingPools = (areaId: number) => send<Schemas['PayingPoolList']>('GET', at('pools'), { query: { area_id: areaId } })
export const makePool = (schemeId: number, form: Schemas['PoolForm'], key: string) => send<Pool>('POST', of(schemeId, 'pools'), { body: form, key })
/** close, pay_tickets */
export const stepPool = (id: number, step: string, form: object | undefined, key: string) => send<Pool>('POST', at(`pools/${id}/${step}`), { body: form, key })
export const fundPool = (id: number, form: FundForm, key: string) => send<Funding>('POST', at(`pools/${id}/fund`), { body: form, key })
export const listFundings = (schemeId: number, cursor?: string) => send<Schemas['FundingPage']>('GET', of(schemeId, 'fundings'), { query: { cursor, limit: 6 } })

export const listDonors = (schemeId: number) => send<Schemas['DonorList']>('GET', of(schemeId, 'donors'))
export const makeDonor = (schemeId: number, form: Partial<Schemas['DonorForm']>, key: string) => send<Donor>('POST', of(schemeId, 'donors'), { body: form, key })

export const listEarningRules = (schemeId: number) => send<Schemas['EarningRuleList']>('GET', of(schemeId, 'rules'))
/** Asks only: nothing is saved, hence no key. */
export const previewEarningRule = (form: EarningRuleForm) => send<Schemas['RuleWordsView']>('POST', at('rules/preview'), { body: form })
export const makeEarningRule = (schemeId: number, form: EarningRuleForm, key: string) => send<EarningRule>('POST', of(schemeId, 'rules'), { body: form, key })

/** Grants that wait for whoever asks. */
export const countPointsWaiting = () => send<PointsWaits>('GET', at('waiting'))
export const listPointsGrants = (query: { scheme_id?: number; state?: string; cursor?: string }) => send<Schemas['PointsGrantPage']>('GET', at('grants'), { query })
export const askPointsGrant = (schemeId: number, form: Schemas['PointsGrantForm'], key: string) => send<PointsGrant>('POST', of(schemeId, 'grants'), { body: form, key })
/** approve, decline */
export const judgePointsGrant = (id: number, step: string, form: object | undefined, key: string) => send<PointsGrant>('POST', at(`grants/${id}/${step}`), { body: form, key })

export const listPursesOf = (personId: number) => send<Schemas['PurseList']>('GET', at(`persons/${personId}/purses`))
export const listEntriesOf = (personId: number, schemeId: number, cursor?: string) => send<Schemas['EntryPage']>('GET', at(`persons/${personId}/entries`), { query: { scheme_id: schemeId, cursor } })
/** On paper, for whoever has no telephone. */
export const statementPaperOf = (personId: number, schemeId: number) => at(`persons/${personId}/statement.pdf?scheme_id=${schemeId}`)
export const showGrant = (id: number) => send<PointsGrant>('GET', at(`grants/${id}`))
export const showAwardBehind = (id: number) => send<Award>('GET', at(`awards/${id}`))

export const showPinOf = (personId: number) => send<Pin>('GET', `/api/shop/persons/${personId}/pin`)
export const setPinOf = (personId: number, pin: string, key: string) => send<Pin>('POST', `/api/shop/persons/${personId}/pin`, { body: { pin }, key })
export const removePinOf = (personId: number, key: string) => send<Pin>('POST', `/api/shop/persons/${personId}/pin/remove`, { key })
