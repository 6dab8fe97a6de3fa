/** Somebody who has just come in and said nothing yet; a test states what it is about. */
import type { Me } from '@/stores/session'

export const me = (known: Partial<Me> = {}): Me => ({
  id: 7, display_name: '陈阿姨', has_real_name: false, phone_masked: null, estate: null, residencies: [], roles: [],
  faces: [{ face: 'resident', label: '居民' }], elder_look: null, unread: 0, volunteer: null, is_volunteer: false, consents: [],
  must_change_password: false, ...known,
})
