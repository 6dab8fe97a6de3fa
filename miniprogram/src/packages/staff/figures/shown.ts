/** Figures as they stand on the page: what is not added up stands apart. */
import type { Figure } from '@/api/figures'
import { minutes } from '@/words'

export interface Group {
  title: string
  hint: string
  figures: Figure[]
}

const APART = 'headcount'
const UNITS: [unit: string, title: string, hint: string][] = [
  ['场', '场次', '排了多少，办了多少'],
  ['人次', '人次', '一人来两场算两次'],
  ['人', '人', '一个月里同一个人只算一个，和人次不相加'],
  ['分钟', '服务时长', '三列各算各的，不相加'],
]

/** By unit, so that 人次 and 人 never stand in one block; what was counted by eye stands alone. */
export function groupsOf(figures: Figure[]): Group[] {
  const groups = UNITS.map(([unit, title, hint]) => ({ title, hint, figures: figures.filter(one => one.unit === unit && one.name !== APART) }))
  const counted = { title: '现场点数', hint: '用眼睛数的，不和签到、取号相加', figures: figures.filter(one => one.name === APART) }
  return [...groups, counted].filter(one => one.figures.length)
}

export const valueOf = (value: number, unit: string) => (unit === '分钟' ? minutes(value) : `${value} ${unit}`)
