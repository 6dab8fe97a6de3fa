/** What somebody offers as a volunteer: the form on the page, and what it sends. */
import type { components } from '@/api/contract'
import type { Me } from '@/stores/session'

export interface Offer {
  area: { id: number; name: string } | null
  skills: string[]
  /** What the list of skills does not name; separated as people do: 、，, or a space. */
  others: string
  about: string
}

export const SKILLS = ['修水电', '修家电', '理发', '陪诊取药', '代购跑腿', '陪老人聊天', '教用手机', '辅导作业', '打扫整理', '法律咨询', '开车接送']

/** Whoever offers again starts from what they said before. */
export function blankOffer(me: Me | null): Offer {
  const before = me?.volunteer
  const said = before?.skills ?? []
  return {
    area: me?.estate?.community ?? null,
    skills: said.filter(skill => SKILLS.includes(skill)),
    others: said.filter(skill => !SKILLS.includes(skill)).join('、'),
    about: before?.about ?? '',
  }
}

/** The server takes words that are there or not, never empty ones. */
export function volunteerForm(offer: Offer): components['schemas']['VolunteerForm'] {
  const skills = [...offer.skills, ...offer.others.split(/[、，,；;\s]+/)].filter(Boolean)
  const about = offer.about.trim()
  return { area_id: offer.area!.id, skills: [...new Set(skills)], ...(about ? { about } : {}) } as components['schemas']['VolunteerForm']
}
