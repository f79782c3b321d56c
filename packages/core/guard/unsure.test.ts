import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { CompiledPolicy } from './compile.ts'
import { judge } from './judge.ts'
import { outcomes, tenMinutes, twoHours } from './rule.ts'
import { defaultPolicy } from './rules.ts'
import { factsOf, past, person } from './testing/facts.ts'
import { compiled, rule } from './testing/policy.ts'

let standard: CompiledPolicy
beforeAll(() => {
  standard = compiled(defaultPolicy.rules)
})

describe('what cannot be judged is never waved through', () => {
  const failing = compiled([
    rule('overflows', 'amount * 9223372036854775807 > 4', 'refuse'),
    rule('fine', 'amount > 9999999', 'confirm'),
  ])

  test('R31: a rule that fails asks, and holds from an amount on', () => {
    const small = judge(failing, factsOf({ send: { amount: 99_999n } }))
    expect(small.failed).toEqual(['overflows'])
    expect(small.verdict).toMatchObject({
      outcome: 'confirm',
      reasons: [{ code: 'guard_unsure', ruleId: 'overflows' }],
    })
    const large = judge(failing, factsOf({ send: { amount: 100_000n } }))
    expect(large.verdict).toMatchObject({ outcome: 'hold', asks: true, hold: tenMinutes })
  })

  test.each([
    ['confirm', 'confirm', 'hold'],
    ['hold', 'hold', 'hold'],
    ['approve', 'approve', 'approve'],
    ['refuse', 'confirm', 'hold'],
  ] as const)(
    'a rule that fails and would %s comes to %s, and from an amount on to %s',
    (own, small, large) => {
      const overflows = rule('overflows', 'amount * 9223372036854775807 > 4', own)
      const rules = compiled([rule('other', 'amount * 9223372036854775806 > 4', 'confirm'), overflows])
      const at = (amount: bigint) => judge(rules, factsOf({ send: { amount } })).verdict
      const ruleId = own === 'hold' || own === 'approve' ? 'overflows' : 'other'
      expect(at(99_999n)).toMatchObject({ outcome: small, asks: true, reasons: [{ ruleId }] })
      expect(at(99_999n).hold).toEqual(own === 'hold' ? tenMinutes : null)
      expect(at(100_000n)).toMatchObject({ outcome: large, asks: true, hold: tenMinutes })
    },
  )

  test('a rule that fails waits as long as it would have, where that is longer', () => {
    const slow = { ...rule('slow', 'amount * 9223372036854775807 > 4', 'hold'), hold: twoHours }
    expect(judge(compiled([slow]), factsOf({ send: { amount: 100_000n } })).verdict.hold).toEqual(twoHours)
  })

  test('what is late is approved where a rule might ask for it, and is not made to wait by every rule', () => {
    const late = (...outcome: ('hold' | 'approve' | 'refuse')[]) =>
      judge(compiled(outcome.map((one) => rule(one, 'amount > 9999999', one))), factsOf(), () => true).verdict
    expect(late('hold', 'refuse')).toMatchObject({ outcome: 'confirm', asks: true, hold: null })
    expect(late('hold', 'approve')).toMatchObject({
      outcome: 'approve',
      asks: true,
      hold: null,
      reasons: [{ code: 'guard_unsure', ruleId: 'approve' }],
    })
  })

  test('an approval shortens no wait, a refusal has none', () => {
    const both = [rule('waits', 'amount > 1', 'hold'), rule('asks', 'amount > 2', 'approve')]
    expect(judge(compiled(both), factsOf()).verdict).toMatchObject({ outcome: 'approve', hold: tenMinutes })
    const refused = judge(compiled([...both, rule('no', 'amount > 3', 'refuse')]), factsOf()).verdict
    expect(refused).toMatchObject({ outcome: 'refuse', hold: null })
  })

  test('a rule that fails keeps no other from being stricter', () => {
    const rules = compiled([...failing.rules.map((one) => one.rule), rule('no', 'amount > 1', 'refuse')])
    expect(judge(rules, factsOf()).verdict.outcome).toBe('refuse')
  })

  test('a judgement that takes too long asks as well', () => {
    let looks = 0
    const late = judge(standard, factsOf(), () => ++looks > 3)
    expect(late.failed).toHaveLength(defaultPolicy.rules.length - 2)
    expect(late.verdict).toMatchObject({ outcome: 'confirm', reasons: [{ code: 'guard_unsure' }] })
    // Late before the first rule: what it was to be judged by was read too slowly.
    expect(judge(standard, factsOf(), () => true)).toMatchObject({ verdict: { asks: true }, signals: [] })
  })

  test('facts that make no sense ask as well', () => {
    const broken = judge(standard, factsOf({ localHour: Number.NaN }))
    expect(broken.verdict.outcome).toBe('confirm')
    expect(judge(standard, factsOf({ send: { count: 1.5, amount: 5_000_000n } })).verdict.outcome).toBe(
      'hold',
    )
  })

  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('长'.repeat(40), 'مُحَمَّد', '👩‍👩‍👧‍👦', '', 'a\u202eb', '彩虹', '（）', '𠮷野家'),
  )
  const amounts = fc.bigInt({ min: 0n, max: 1n << 62n })
  const people = fc.array(fc.record({ name: names, alias: fc.option(names), close: fc.boolean() }), {
    maxLength: 6,
  })
  const records = fc.array(
    fc.record({
      to: fc.constantFrom('p0', 'p1', 'g', 'link', ''),
      amount: amounts,
      days: fc.integer({ min: -3, max: 900 }),
    }),
    { maxLength: 12 },
  )

  test('whatever the names, sums and past are, there is a verdict, the same each time', () => {
    fc.assert(
      fc.property(
        people,
        records,
        amounts,
        names,
        fc.integer({ min: 0, max: 23 }),
        (circle, history, amount, words, localHour) => {
          const facts = factsOf({
            to: 'p0',
            people: circle.map((one, i) =>
              person(`p${i}`, one.name, { alias: one.alias, isContact: one.close }),
            ),
            history: history.map((one) => ({ ...past(one.to, 0, one.days), amount: one.amount })),
            send: { amount, words, payeeName: words },
            localHour,
          })
          const { verdict, failed } = judge(standard, facts)
          expect(outcomes).toContain(verdict.outcome)
          expect(verdict.reasons.length > 0).toBe(verdict.outcome !== 'allow')
          if (failed.length > 0) expect(verdict.outcome).not.toBe('allow')
          expect(judge(standard, facts).verdict).toEqual(verdict)
        },
      ),
    )
  })
})
