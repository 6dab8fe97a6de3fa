/** The proof that goes with a first password: asked by the server, of whoever has another way in. */

export type Proof = '' | 'phone' | 'wechat'

const ABOUT = ['prove_by_phone', 'prove_by_wechat', 'code_wrong', 'not_your_proof']

/** What is asked for from now on; nothing where this device cannot give it, and the refusal says where else. */
export function proofAsked(code: string, hasWeChat: boolean): Proof {
  if (code === 'prove_by_phone') return 'phone'
  return code === 'prove_by_wechat' && hasWeChat ? 'wechat' : ''
}

/** A refusal of the proof, not of the passwords: said next to it. */
export const aboutProof = (code: string | undefined) => !!code && ABOUT.includes(code)

export function missingCode(typed: { phone: string; code: string }): Record<string, string> {
  if (!typed.phone.trim()) return { phone: '请写您登录用的手机号' }
  return typed.code.trim() ? {} : { code: '点“获取验证码”，再写短信里的 6 位数字' }
}
