/** What is said when somebody signs up for a duty: for themselves, perhaps with a team, or for their child. */
import type { SignUpForm } from '@/api/occasions'
import type { Team } from '@/api/teams'
import { MembershipState } from '@/api/flows'
import { lacks } from '@/composables/useAction'
import { GUARDIAN_VERSION } from './guardian'

export interface ChildForm {
  /** A child signed up before, or NEW. */
  who: string
  child_name: string
  guardian_name: string
  guardian_phone: string
  consent: string[]
}

export const NEW = 'new'
export const ALONE = 'alone'
export const blankChild = (): ChildForm => ({ who: '', child_name: '', guardian_name: '', guardian_phone: '', consent: [] })

const knownChild = ({ who }: ChildForm) => (who && who !== NEW ? Number(who) : undefined)

export const childLacks = (form: ChildForm) => lacks({
  child_name: !knownChild(form) && !form.child_name.trim() && '请写一下孩子的称呼',
  guardian_name: !form.guardian_name.trim() && '请写监护人姓名',
  guardian_phone: !form.guardian_phone.trim() && '请写监护人电话',
  consent: !form.consent.length && '请监护人先看说明，再点同意',
})

export function childBody(form: ChildForm): SignUpForm {
  const { guardian_name, guardian_phone } = form
  const person_id = knownChild(form)
  const who = person_id ? { person_id } : { child_name: form.child_name.trim() }
  return { child: true, ...who, guardian_name: guardian_name.trim(), guardian_phone: guardian_phone.trim(), consent: GUARDIAN_VERSION }
}

export const ownBody = (team: string): SignUpForm => (team && team !== ALONE ? { child: false, team_id: Number(team) } : { child: false })

/** Whoever only asked to join does not come with the team yet. */
export const joined = (teams: Team[]) => teams.filter(({ closed, my_label }) => !closed && my_label && my_label !== MembershipState.asked.label)
