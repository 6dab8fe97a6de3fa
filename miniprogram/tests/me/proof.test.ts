import { expect, it } from 'vitest'
import { aboutProof, missingCode, proofAsked } from '@/packages/me/proof'

it('The server asks for a code, and the page asks for the number and the code', () => {
  expect(proofAsked('prove_by_phone', false)).toBe('phone')
  expect(missingCode({ phone: ' ', code: '' })).toHaveProperty('phone')
  expect(missingCode({ phone: '13859740001', code: '' })).toHaveProperty('code')
  expect(missingCode({ phone: '13859740001', code: '123456' })).toEqual({})
})

it('WeChat is a proof where there is WeChat; elsewhere the words say where to go', () => {
  expect(proofAsked('prove_by_wechat', true)).toBe('wechat')
  expect(proofAsked('prove_by_wechat', false)).toBe('')
  expect(aboutProof('prove_by_wechat')).toBe(true)
})

it('A wrong password is said at the password, a wrong code at the code', () => {
  expect(aboutProof('name_or_password_wrong')).toBe(false)
  expect(aboutProof('code_wrong')).toBe(true)
  expect(aboutProof(undefined)).toBe(false)
  expect(proofAsked('name_or_password_wrong', true)).toBe('')
})
