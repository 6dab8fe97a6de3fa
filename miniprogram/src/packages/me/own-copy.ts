/** The copy of one's own records in words: the server sends names of columns, people read Chinese. */
import type { components } from '@/api/contract'
import { Purpose, Relation, Role, VolunteerState } from '@/api/flows'
import { clock, date } from '@/words'

export interface CopyPart {
  title: string
  rows: [name: string, value: string][][]
}

const PARTS: Record<string, string> = {
  persons: '我', identities: '怎么登录', residencies: '住处', roles: '角色', volunteer: '志愿者报名', consents: '同意过什么',
  sign_ins: '登录记录', messages: '消息', tickets: '我提出的事', ratings: '我的评价',
}

const NAMES: Record<string, string> = {
  display_name: '称呼', real_name: '姓名', phone: '手机号', elder_look: '长辈版', made_at: '开始于', kind: '种类', subject: '号码或名字',
  relation: '身份', since: '从', until: '到', confirmed_at: '社区核实于', estate: '小区', home: '门牌', role: '角色', area: '在哪里',
  skills: '会什么', about: '介绍', state: '现在', reason: '原因', applied_at: '报名于', judged_at: '答复于', purpose: '用途', version: '版本',
  given_at: '同意于', withdrawn_at: '收回于', way: '方式', began_at: '登录于', ended_at: '退出于', title: '标题', words: '内容', told_at: '时间',
  number: '编号', text: '写了什么', received_at: '提出于', closed_at: '结束于', category: '分类', place: '地点', hoped: '什么时候方便',
  contact_name: '找谁', contact_phone: '打哪个电话', outcome: '结果', solved: '办好没有', satisfied: '满意吗', rated_at: '评价于',
}

const WAYS: Record<string, string> = { wechat: '微信', sms: '短信验证码', phone: '手机号', password: '登录名和密码', demo: '演示' }
const labels = (states: Record<string, { label: string }>) => Object.fromEntries(Object.entries(states).map(([value, { label }]) => [value, label]))

/** What a value of this column is called. */
const WORDS: Record<string, Record<string, string>> = {
  relation: labels(Relation), role: labels(Role), state: labels(VolunteerState), purpose: labels(Purpose), way: WAYS, kind: WAYS,
}

export const readable = ({ parts }: components['schemas']['CopyView']): CopyPart[] =>
  Object.entries(parts).map(([name, rows]) => ({ title: PARTS[name] ?? '其他', rows: rows.map(row => pairsOf(row)) }))

const pairsOf = (row: Record<string, unknown>) =>
  Object.entries(row).filter(([, value]) => said(value)).map(([name, value]): [string, string] => [NAMES[name] ?? '其他', inWords(name, value)])

const said = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

function inWords(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.join('、')
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${date(text)} ${clock(text)}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(text)
  return WORDS[name]?.[text] ?? text
}

/** To be pasted elsewhere: one line for each thing. */
export const asText = (parts: CopyPart[]) =>
  parts.map(({ title, rows }) => [`【${title}】`, ...rows.map(row => row.map(pair => pair.join('：')).join('；'))].join('\n')).join('\n\n')
