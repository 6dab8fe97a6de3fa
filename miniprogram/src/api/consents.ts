/** What one agreed to, one purpose at a time, and taking it back. */
import type { components } from './contract'
import { send } from './http'

type Schemas = components['schemas']
export type Consent = Schemas['ConsentView']
export type Purpose = Schemas['ConsentForm']['purpose']

export const agreeTo = (purpose: Purpose, version: string, key: string) =>
  send<Consent>('POST', '/api/people/me/consents', { body: { purpose, version }, key })

export const takeBack = (consentId: number, key: string) =>
  send<Consent>('POST', `/api/people/me/consents/${consentId}/withdraw`, { key })
