/** Which text of the privacy policy holds. A new text gets a new version, and is agreed to anew (PIPL 14). */
import type { Me } from '@/stores/session'

export const POLICY_VERSION = '2026-11'

export const hasAgreed = (me: Me) =>
  me.consents.some(one => one.purpose === 'service' && one.version === POLICY_VERSION && one.withdrawn_at === null)
