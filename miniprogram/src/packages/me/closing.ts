/** What closing an account means, and how somebody proves that it is theirs. */
import { missingCode } from './proof'

export const AFTER = [
  '称呼、姓名、手机号、住处、志愿者登记和消息都删掉，找不回来。',
  '办过的事会留着，用来对账和统计，名字换成「已注销的居民」。',
  '没办完的心愿照样会办。不想办了，请先撤回。',
  '您认领了还没办的，会交回社区，请别的邻居接着帮。',
  '登录记录按法律规定再存一段时间，只存着，不再用。',
]

/** In the words of a link that leads there. */
export const WAYS = { wechat: '用微信确认', phone: '用手机验证码确认', password: '我有登录名和密码' }
export type Way = keyof typeof WAYS

export function missingProof(way: Way, typed: { phone: string; code: string; password: string }): Record<string, string> {
  if (way === 'password') return typed.password ? {} : { password: '请写密码' }
  if (way === 'wechat') return {}
  return missingCode(typed)
}
