/** What only exists inside WeChat: its sign-in, its phone number, its messages. */
import { refuse } from '@/api/problem'

let inside = false
// #ifdef MP-WEIXIN
inside = true
// #endif
export const canSignInWithWeChat = inside

/** A code that the server exchanges for the person's identity; good once, for five minutes. */
export async function signInWithWeChat(): Promise<string> {
  // #ifdef MP-WEIXIN
  return new Promise<string>((done, fail) => {
    uni.login({
      provider: 'weixin',
      success: ({ code }) => done(code),
      fail: () => fail(refuse('no_wechat', '微信没有回应', '请稍等一会儿再点一次')),
    })
  })
  // #endif
  // #ifndef MP-WEIXIN
  throw refuse('no_wechat', '这里不是微信小程序', '请用手机号登录')
  // #endif
}

interface PhoneEvent {
  detail: { code?: string; errno?: number }
}

/** From the event of a button with open-type="getPhoneNumber" to the code for the server. */
export function phoneCodeFrom(event: PhoneEvent): string {
  if (event.detail.code) return event.detail.code
  throw refuse('no_phone', '没有拿到手机号', '您可以再点一次并选“允许”，也可以请社区工作人员帮您登记')
}

/** Asks whether these messages may be sent; tells which ones were allowed. Must come from a tap. */
export async function subscribe(templates: string[]): Promise<string[]> {
  // #ifdef MP-WEIXIN
  return new Promise<string[]>(done => {
    uni.requestSubscribeMessage({
      tmplIds: templates,
      success: answers => done(templates.filter(id => (answers as unknown as Record<string, string>)[id] === 'accept')),
      fail: () => done([]), // a no is a no; messages stay in the inbox
    })
  })
  // #endif
  // #ifndef MP-WEIXIN
  return []
  // #endif
}
