import { expect, test } from 'vitest'
import { isCorrection } from './correction.ts'

test('typing on is no correction; taking away and typing something else is one', () => {
  expect(isCorrection('', '1')).toBe(false)
  expect(isCorrection('1', '11')).toBe(false)
  expect(isCorrection('1100', '110')).toBe(true)
  expect(isCorrection('1100', '')).toBe(true)
  expect(isCorrection('1100', '2100')).toBe(true)
})
