/** What somebody is writing, as it lies on the phone, and as it goes to the server. */
import type { Photo } from '@/components/jl-photos/jl-photos.vue'
import type { Relation, WishForm } from '@/api/wishes'
import { idsOf, unsent } from '@/photos'

export interface Place {
  id: number
  name: string
}
export interface Spoken {
  id: number
  seconds: number
  url: string
}
export interface WishDraft {
  text: string
  voice: Spoken | null
  /** A note that was spoken and is not on the server yet. */
  unsent: '' | 'sending' | 'lost'
  photos: Photo[]
  estate: Place | null
  place: string
  /** What stands in `place` only because the writer lives there. */
  ownPlace: string
  when: string
  hoped: string
  whose: 'self' | 'other'
  /** Somebody asked for before, by their id; empty for somebody new. */
  otherId: string
  otherName: string
  /** As what one speaks for them; empty until it is said. */
  otherIs: Relation | ''
  otherPhone: string
  contactName: string
  contactPhone: string
}

export const OWN_WORDS = 'own'
export const BLANK: WishDraft = {
  text: '', voice: null, unsent: '', photos: [], estate: null, place: '', ownPlace: '', when: '都可以', hoped: '',
  whose: 'self', otherId: '', otherName: '', otherIs: '', otherPhone: '', contactName: '', contactPhone: '',
}

/** Where it is to be done, before it is said: for oneself where one lives, for somebody else nowhere. */
export const estateFor = (draft: WishDraft, own: Place | null) => draft.estate ?? (draft.whose === 'self' ? own : null)

/** One's own door stands in the field until something else is written there, and only in a wish for oneself. */
export function putDoor(draft: WishDraft, door: string) {
  if (draft.place && draft.place !== draft.ownPlace) return
  draft.place = draft.ownPlace = draft.whose === 'self' ? door : ''
}

/** Empty stays away: the server then takes what it knows of the person. */
const orNull = (words: string) => words.trim() || null

export function wishOf(draft: WishDraft, estateId: number): WishForm {
  const { voice, whose } = draft
  return {
    estate_id: estateId,
    group: 'anybody', // whose case is special, the desk judges when it screens
    channel: 'app',
    text: orNull(draft.text),
    ...(voice ? { voice_id: voice.id } : {}),
    photo_ids: idsOf(draft.photos),
    place: orNull(draft.place),
    hoped: orNull(draft.when === OWN_WORDS ? draft.hoped : draft.when),
    ...(whose === 'other' ? forSomebody(draft) : { contact_name: orNull(draft.contactName), contact_phone: phone(draft.contactPhone) }),
  }
}

/** What was typed about oneself before stays away: whoever comes asks for them, not for who wrote it down. */
function forSomebody(draft: WishDraft): Pick<WishForm, 'contact_name' | 'contact_phone' | 'on_behalf'> {
  const known = draft.otherId ? phone(draft.otherPhone) : null
  return { contact_name: null, contact_phone: known, on_behalf: behalf(draft) }
}

function behalf(draft: WishDraft): NonNullable<WishForm['on_behalf']> {
  const relation = draft.otherIs as Relation
  if (draft.otherId) return { person_id: Number(draft.otherId), relation, phone: null }
  return { name: draft.otherName.trim(), phone: phone(draft.otherPhone), relation }
}

/** People type numbers in groups, as they say them. */
const phone = (typed: string) => orNull(typed.replace(/\s/g, ''))

/** What still has to be said before it can be sent, field by field. */
export function missing(draft: WishDraft, estateId: number | undefined): Record<string, string> {
  const found: Record<string, string> = {}
  if (draft.unsent) found.voice = draft.unsent === 'lost' ? '录音没传上：点“再传一次录音”，或者点“重新说”' : '录音还在传，请稍等一下再点'
  else if (!draft.text.trim() && !draft.voice) found.text = '请写一写，或者点上面的话筒说一段话'
  if (draft.whose === 'other' && !draft.otherId && !draft.otherName.trim()) found.otherName = '请写明替谁许'
  if (draft.whose === 'other' && !draft.otherIs) found.otherIs = '请点一下您是他（她）的什么人'
  if (!estateId) found.estate = draft.whose === 'other' ? '请选择他（她）住的小区' : '请选择小区'
  return { ...found, ...unsent(draft.photos) }
}
