import { expect, it } from 'vitest'
import { phoneIn, withoutPhone } from '@/packages/wish/telephone'

it.each([
  ['灯坏了，打13859740001', '13859740001'],
  ['灯坏了，电话 138 5974 0001，谢谢', '138 5974 0001'],
  ['138-5974-0001 找老陈', '138-5974-0001'],
  ['+86 13859740001', '13859740001'],
  ['家里座机0595-23522110', '0595-23522110'],
])('In “%s” there is a number', (text, phone) => {
  expect(phoneIn(text)).toBe(phone)
})

it.each(['灯坏了', '编号 10264738', '买 2 根灯管，25 元', '身份证 350526195001011234', ''])('In “%s” there is none', text => {
  expect(phoneIn(text)).toBe('')
  expect(withoutPhone(text)).toBe(text)
})

it.each([
  ['灯坏了，打13859740001', '灯坏了'],
  ['灯坏了，电话：138 5974 0001。谢谢', '灯坏了。谢谢'],
  ['灯坏了，我的手机号是13859740001', '灯坏了'],
  ['灯坏了 +8613859740001', '灯坏了'],
  ['灯坏了，联系电话0595-23522110，谢谢', '灯坏了，谢谢'],
])('“%s” without its number is “%s”', (text, rest) => {
  expect(withoutPhone(text)).toBe(rest)
})
