import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountForField, readAmountInput, type AmountProblem } from './amount-input.ts'
import { amountMax, formatYuan } from './money.ts'

test.each([
  ['88', 8_800n],
  ['0.01', 1n],
  ['100.0', 10_000n],
  ['100.', 10_000n],
  ['.5', 50n],
  ['007', 700n],
  ['1,000', 100_000n],
  ['1，000', 100_000n],
  ['12,345,678.90', 1_234_567_890n],
  ['１００', 10_000n],
  ['１，０００．５', 100_050n],
  ['100。5', 10_050n],
  ['¥88', 8_800n],
  ['￥88', 8_800n],
  ['¥ 88.80', 8_880n],
  ['88元', 8_800n],
  ['100元整', 10_000n],
  ['rmb 20', 2_000n],
  ['+20', 2_000n],
  ['  66 ', 6_600n],
  ['1 000', 100_000n],
  ['1\u00a0000', 100_000n],
  ['\u3000200\u3000', 20_000n],
  ['\u200f100\u200e', 10_000n],
  ['\u202e100\u202c', 10_000n],
  ['\u2067¥52.00\u2069', 5_200n],
  ['90071992547409.91', amountMax],
  ['0', 0n],
] as const)('%j is read as it is meant', (text, amount) => {
  expect(readAmountInput(text)).toEqual({ amount })
})

test.each<[string, AmountProblem]>([
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u200f', 'empty'],
  ['0.001', 'too_fine'],
  ['100.000', 'too_fine'],
  ['1.999', 'too_fine'],
  ['1e3', 'exponent'],
  ['1E+3', 'exponent'],
  ['-5', 'negative'],
  ['−5', 'negative'],
  ['1,00', 'comma'],
  ['1,', 'comma'],
  ['1.000,50', 'comma'],
  ['10,00,000', 'comma'],
  ['90071992547409.92', 'too_large'],
  ['9'.repeat(60), 'too_large'],
  ['9'.repeat(100_000), 'too_large'],
  ['x'.repeat(100_000), 'not_a_number'],
  ['1.2.3', 'not_a_number'],
  ['12 34', 'not_a_number'],
  ['5²', 'not_a_number'],
  ['½', 'not_a_number'],
  ['①', 'not_a_number'],
  ['0x10', 'not_a_number'],
  ['NaN', 'not_a_number'],
  ['Infinity', 'not_a_number'],
  ['$88', 'not_a_number'],
  ['100万', 'not_a_number'],
  ['¥', 'not_a_number'],
  ['.', 'not_a_number'],
  ['5 块 5', 'not_a_number'],
])('%j is refused: %s', (text, problem) => {
  expect(readAmountInput(text.length > 200 ? text.slice(0, 90) : text)).toEqual({ problem })
  expect(readAmountInput(text)).toEqual({ problem })
})

const anyAmount = fc.bigInt({ min: 0n, max: amountMax })

test('every amount reads back from how it is shown, and from its field, to the fen', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      expect(readAmountInput(formatYuan(amount))).toEqual({ amount })
      expect(readAmountInput(amountForField(amount))).toEqual({ amount })
    }),
  )
})

const around = fc.constantFrom('', ' ', '\u3000', '\u200e', '\u200f', '\u202b', '\ufeff')
const sign = fc.constantFrom('', '¥', '￥', '¥ ')

test('signs, spaces and marks of direction around an amount change nothing', () => {
  fc.assert(
    fc.property(anyAmount, around, sign, around, (amount, before, currency, after) => {
      expect(readAmountInput(`${before}${currency}${formatYuan(amount)}${after}`)).toEqual({ amount })
    }),
  )
})

test('full width reads as the plain digits do', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      const wide = formatYuan(amount).replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      expect(readAmountInput(wide)).toEqual({ amount })
    }),
  )
})

test('a third decimal is never rounded away', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 0, max: 999 }), (whole, fine) => {
      expect(readAmountInput(`${whole}.${String(fine).padStart(3, '0')}`)).toEqual({ problem: 'too_fine' })
    }),
  )
})

test('whatever is pasted, the answer is an amount within bounds or a reason', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,。， ¥e-+元'), maxLength: 40 }),
  )
  fc.assert(
    fc.property(text, (pasted) => {
      const reading = readAmountInput(pasted)
      if ('amount' in reading) {
        expect(reading.amount).toBeGreaterThanOrEqual(0n)
        expect(reading.amount).toBeLessThanOrEqual(amountMax)
      } else expect(reading.problem).not.toBe('')
    }),
  )
})
