/** The ways in and out. They carry no key: nobody is known yet, or doing it twice does no harm. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Session = Schemas['SessionView']
export type DemoPerson = Schemas['DemoPersonView']

const SIGN_IN = '/api/people/sign_in'

export const sendCode = (phone: string) => send<Schemas['CodeSentView']>('POST', `${SIGN_IN}/sms_code`, { body: { phone } })

export const signInByCode = (phone: string, code: string) => send<Session>('POST', `${SIGN_IN}/sms`, { body: { phone, code } })

export const signInByWechat = (code: string) => send<Session>('POST', `${SIGN_IN}/wechat`, { body: { code } })

export const signInByPassword = (name: string, password: string) => send<Session>('POST', `${SIGN_IN}/password`, { body: { name, password } })

/** Refused with 404 everywhere but in a demonstration. */
export const listDemoPeople = () => send<{ items: DemoPerson[] }>('GET', '/api/people/demo_people')

export const signInAsDemo = (personId: number) => send<Session>('POST', `${SIGN_IN}/demo`, { body: { person_id: personId } })

export const signOut = () => send<object>('POST', '/api/people/sign_out')

export const signOutEverywhere = () => send<object>('POST', '/api/people/sign_out_everywhere')
