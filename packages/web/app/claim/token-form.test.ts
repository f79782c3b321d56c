import { expect, test } from 'vitest'
import { isTokenForm, tokenFrom } from './token-form.ts'

test('a token is what stands after the number sign', () => {
  expect(tokenFrom('#abc.DEF-1_2')).toBe('abc.DEF-1_2')
  expect(tokenFrom('abc')).toBe('abc')
  expect([tokenFrom(''), tokenFrom('#'), tokenFrom('# ')]).toEqual([undefined, undefined, undefined])
})

test('a text that the service would not take is told apart before it is sent', () => {
  expect(isTokenForm('eyJ.abc-_9')).toBe(true)
  expect([isTokenForm('a b'), isTokenForm('密'), isTokenForm('a'.repeat(2_049))]).toEqual([
    false,
    false,
    false,
  ])
})
