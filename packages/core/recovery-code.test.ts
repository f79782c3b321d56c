import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCopied } from './passkey.ts'
import { seededRandom } from './random.ts'
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts'

describe('a recovery code', () => {
  test('is read however it was typed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const code = newRecoveryCode(seededRandom(seed))
        const meant = code.replaceAll('-', '')
        for (const typed of [code, meant, code.toUpperCase(), ` ${code.replaceAll('-', ' ')}\n`])
          expect(readRecoveryCode(typed)).toBe(meant)
        expect(readRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(meant)
      }),
    )
  })

  test.each(['', 'aaaa', 'aaaa-aaaa-aaaa-aaaa-a', 'uuuu-uuuu-uuuu-uuuu', '口令口令口令口令口令口令口令口令'])(
    'is not %j',
    (typed) => {
      expect(readRecoveryCode(typed)).toBeUndefined()
    },
  )
})

describe('a passkey was copied', () => {
  test.each([
    [0n, 0n, false],
    [0n, 1n, false],
    [5n, 6n, false],
    [5n, 5n, true],
    [5n, 4n, true],
    [5n, 0n, true],
  ])('where its counter was %s and is %s: %s', (before, after, copied) => {
    expect(isCopied(before, after)).toBe(copied)
  })
})
