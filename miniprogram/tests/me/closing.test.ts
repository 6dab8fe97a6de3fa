import { expect, it } from 'vitest'
import { missingProof } from '@/packages/me/closing'

const blank = { phone: '', code: '', password: '' }

it('Each way of proving who one is asks for its own, and for nothing else', () => {
  expect(missingProof('wechat', blank)).toEqual({})
  expect(missingProof('password', { ...blank, phone: '13859740001' })).toHaveProperty('password')
  expect(missingProof('phone', blank)).toHaveProperty('phone')
  expect(missingProof('phone', { ...blank, phone: '13859740001' })).toHaveProperty('code')
  expect(missingProof('phone', { ...blank, phone: '13859740001', code: '123456' })).toEqual({})
})
