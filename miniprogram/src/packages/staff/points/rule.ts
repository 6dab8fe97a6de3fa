/** A new version of the rules as its form holds it, and what of it is sent. */
import type { EarningRule, EarningRuleForm } from '@/api/pools'

export interface RuleDraft {
  valid_from: string
  per_half_hour: number | null
  per_ticket: number | null
  day_most: number | null
  month_most: number | null
  festival_times: string
}

const DAY_MS = 24 * 3_600_000
const SHANGHAI_MS = 8 * 3_600_000

/** The first may begin today; a later one tomorrow, so that nobody works under a rule they could not read. */
export const earliest = (versions: number, now = Date.now()) => new Date(now + SHANGHAI_MS + (versions ? DAY_MS : 0)).toISOString().slice(0, 10)

/** As it is now, for whoever changes one number of it. */
export function draftFrom(latest: EarningRule | undefined, valid_from: string): RuleDraft {
  if (!latest) return { valid_from, per_half_hour: 1, per_ticket: 2, day_most: null, month_most: null, festival_times: '1' }
  const { per_half_hour, per_ticket, day_most, month_most, festival_times } = latest
  return { valid_from, per_half_hour, per_ticket, day_most, month_most, festival_times: String(festival_times) }
}

export const ruleFrom = ({ per_half_hour, per_ticket, festival_times, ...rest }: RuleDraft): EarningRuleForm => ({
  ...rest, per_half_hour: per_half_hour ?? 0, per_ticket: per_ticket ?? 0, festival_times: Number(festival_times),
})

export const missingIn = ({ per_half_hour, per_ticket, day_most, month_most }: RuleDraft) => ({
  per_half_hour: !per_half_hour && !per_ticket && '服务时长和办结心愿至少一项要记分',
  day_most: day_most === 0 && '不限就空着',
  month_most: (month_most === 0 && '不限就空着') || (!!day_most && !!month_most && month_most < day_most && '每月上限不能低于每天上限'),
})

type Version = Pick<EarningRule, 'holds' | 'valid_from' | 'version'>

/** What is to come stands above what holds; older ones below. Of two for one day the later version holds. */
export function standing(rule: Version, today: string, all: Version[] = []): 'coming' | 'dropped' | 'holds' | 'past' {
  if (rule.holds) return 'holds'
  if (rule.valid_from <= today) return 'past'
  return all.some(one => one.valid_from === rule.valid_from && one.version > rule.version) ? 'dropped' : 'coming'
}

/** One announced for a later day stays in force from its day, whatever is made for days before it. */
export const announcedAfter = (rules: Version[], day: string) => rules.map(one => one.valid_from).filter(one => one > day).sort()[0]
