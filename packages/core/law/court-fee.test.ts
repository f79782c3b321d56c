import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citeArticle } from './articles.ts'
import { courtFee, enforcementFee, paymentOrderFee, preservationFee } from './court-fee.ts'
import { interestOn } from './interest.ts'
import { smallClaims } from './small-claims.ts'

const yuan = (amount: number) => BigInt(Math.round(amount * 100))

describe('a court’s fee', () => {
  test.each([
    [200, 50, 25],
    [10_000, 50, 25],
    [27_000, 475, 237.5],
    [52_000, 1_100, 550],
    [80_000, 1_800, 900],
    [150_000, 3_300, 1_650],
    [0, 50, 25],
    [100_000, 2_300, 1_150],
    [30_000_000, 191_800, 95_900],
  ])('of a claim of ¥%d is ¥%d, half of it ¥%d', (claim, full, half) => {
    expect(courtFee(yuan(claim))).toEqual({ full: yuan(full), half: yuan(half) })
  })

  test('never falls as the claim grows, and is never more than the claim above ¥50', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (claim, more) => {
          expect(courtFee(claim + more).full).toBeGreaterThanOrEqual(courtFee(claim).full)
          if (claim >= 5_000n) expect(courtFee(claim).full).toBeLessThanOrEqual(claim)
        },
      ),
    )
  })

  test('of other requests: preservation, enforcement, an order to pay', () => {
    expect(preservationFee(yuan(1_000))).toBe(yuan(30))
    expect(preservationFee(yuan(7_440))).toBe(yuan(94.4))
    expect(preservationFee(yuan(10_000_000))).toBe(yuan(5_000))
    expect(enforcementFee(yuan(10_000))).toBe(yuan(50))
    expect(enforcementFee(yuan(52_000))).toBe(yuan(680))
    expect(paymentOrderFee(yuan(52_000))).toBe(36_667n)
  })

  test('of less than nothing is refused', () => {
    expect(() => courtFee(-1n)).toThrow(RangeError)
    expect(() => preservationFee(-1n)).toThrow(RangeError)
    expect(() => enforcementFee(-1n)).toThrow(RangeError)
  })
})

describe('interest', () => {
  test('is none unless it was agreed', () => {
    expect(interestOn(yuan(27_000), null, '2026-10-23')).toBe(0n)
  })

  test('that was agreed is simple, by days, and rounded down', () => {
    const terms = { basisPointsAYear: 300, from: '2026-01-01' }
    expect(interestOn(yuan(10_000), terms, '2027-01-01')).toBe(yuan(300))
    expect(interestOn(yuan(10_000), terms, '2026-01-02')).toBe(82n)
    expect(interestOn(yuan(10_000), terms, '2025-12-31')).toBe(0n)
  })
})

describe('small claims', () => {
  test.each([
    ['ZJ', 54_323, '2026-06-01', 'mandatory'],
    ['ZJ', 54_323.01, '2026-06-01', 'by_agreement'],
    ['SH', 68_378.5, '2026-06-01', 'mandatory'],
    ['SH', 273_514.01, '2026-06-01', 'too_large'],
    ['JS', 64_610, '2026-06-01', 'mandatory'],
    ['JS', 64_610, '2025-06-01', 'by_agreement'],
    ['JS', 51_811, '2022-06-01', 'mandatory'],
  ] as const)('in %s, ¥%d on %s is %s', (province, amount, on, answer) => {
    expect(smallClaims(province, yuan(amount), on).answer).toBe(answer)
  })

  test('where no line is known, the High Court is to be asked', () => {
    expect(smallClaims('BJ', yuan(200), '2026-06-01')).toEqual({ answer: 'check_your_high_court' })
    expect(smallClaims(null, yuan(200), '2026-06-01')).toEqual({ answer: 'check_your_high_court' })
    expect(smallClaims('ZJ', yuan(200), '2021-06-01')).toEqual({ answer: 'check_your_high_court' })
  })

  test('a line of some years ago may be out of date, and says so', () => {
    expect(smallClaims('ZJ', yuan(200), '2026-06-01')).toMatchObject({ maybeOutdated: true })
    expect(smallClaims('JS', yuan(200), '2026-06-01')).toMatchObject({ maybeOutdated: false })
  })
})

describe('an article', () => {
  test('is cited by number while that stands, and by its subject once the law was issued anew', () => {
    expect(citeArticle('civil_152', '2026-10-23', 'zh')).toBe('民法典第152条（撤销权的消灭）')
    expect(citeArticle('order_60', '2025-12-31', 'zh')).toBe('治安管理处罚法第60条（谎报案情）')
    expect(citeArticle('order_60', '2026-01-01', 'zh')).toBe('治安管理处罚法（谎报案情）')
    expect(citeArticle('order_60', '2026-01-01', 'en')).toBe('治安管理处罚法 (Reporting a false case)')
  })
})
