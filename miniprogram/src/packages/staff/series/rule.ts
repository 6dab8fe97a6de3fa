/** Rules in the words of pickers: which numbers each kind offers, and how each is said. Days themselves are the server's. */
import type { Option } from '@/components/jl-choice/jl-choice.vue'

const TENS = ['初', '十', '廿']
const ONES = '十一二三四五六七八九'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const options = (numbers: number[], word: (n: number) => string): Option[] => numbers.map(n => ({ value: String(n), label: word(n) }))

/** 初一 … 十五 … 廿三 … 三十 */
export function lunarDay(n: number): string {
  if (n === 10 || n === 20 || n === 30) return ['初十', '二十', '三十'][n / 10 - 1]
  return TENS[Math.floor(n / 10)] + ONES[n % 10]
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]

export interface Asked {
  label: string
  hint: string
  options: Option[]
}

/** What is asked of each kind; 每天 asks nothing. */
export const NUMBERS: Record<string, Asked> = {
  solar_day: { label: '每月几号？', hint: '可以选几天。没有 31 号的月份那天就不办。', options: options(range(1, 31), n => `${n}号`) },
  weekday: { label: '每周几？', hint: '', options: options(range(1, 7), n => WEEKDAYS[n - 1]) },
  solar_digit: { label: '公历逢几？', hint: '逢 5 就是 5 号、15 号、25 号。', options: options(DIGITS, n => `逢${n}`) },
  lunar_digit: { label: '农历逢几？', hint: '逢三八就是初三、初八、十三、十八、廿三、廿八。', options: options(DIGITS, n => `逢${ONES[n % 10]}`) },
  lunar_day: { label: '农历哪几天？', hint: '小月没有三十，那天就不办。', options: options(range(1, 30), lunarDay) },
  branch: { label: '逢哪个地支日？', hint: '每十二天轮到一次，逢墟的老规矩。', options: options(range(0, 11), n => `${BRANCHES[n]}日`) },
}

export interface RuleDraft {
  rule_kind: string
  numbers: string[]
  valid_from: string
  valid_to: string
  skip: string[]
  extra: string[]
}

/** As the server asks for it. */
export const ruleOf = ({ rule_kind, numbers, valid_from, valid_to, skip, extra }: RuleDraft) => ({
  rule_kind, numbers: NUMBERS[rule_kind] ? numbers.map(Number) : [], valid_from, valid_to: valid_to || null, skip, extra,
})

export const isWhole = ({ rule_kind, numbers, valid_from, valid_to }: RuleDraft) =>
  !!valid_from && (!NUMBERS[rule_kind] || numbers.length > 0) && (!valid_to || valid_to >= valid_from)

/** A tap in the preview: this day is left out, or is held after all. */
export const toggled = (days: string[], on: string) => (days.includes(on) ? days.filter(one => one !== on) : [...days, on].sort())
