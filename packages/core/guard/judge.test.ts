import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { dayMs, hourMs, minuteMs } from '../instant.ts'
import type { CompiledPolicy } from './compile.ts'
import type { GuardFacts } from './facts.ts'
import { judge } from './judge.ts'
import { outcomes, stricter, tenMinutes, type Outcome, type Rule } from './rule.ts'
import { defaultPolicy } from './rules.ts'
import { afternoon, calm, factsOf, group, groupFacts, often, past, person, toGroup } from './testing/facts.ts'
import { compiled, rule } from './testing/policy.ts'
import { wrongChatCases } from './testing/wrong-chat-cases.ts'

let standard: CompiledPolicy
beforeAll(() => {
  standard = compiled(defaultPolicy.rules)
})

/** One send for each default rule: the nearest ordinary one passes unasked. */
describe('each default rule', () => {
  const two = (name: string, other = name) => [person('bob', name), person('cai', other)]
  const recent = { ...calm, chosenFrom: 'recent' } as const
  const stranger = { people: [person('bob', '李丽', { isContact: false })] }
  const unsure = { ...calm, amountEdits: 4, recipientChanges: 2, backAndForth: 3 }
  const g = (members: number, more = {}) => [
    group('g', '周家大院', members, more),
    group('small', '三口之家', 20),
  ]
  const cases: [string, Outcome, GuardFacts, GuardFacts][] = [
    [
      'namesake-paid-more-often',
      'confirm',
      factsOf({ people: two('彩虹'), history: [past('bob', 6_000, 9), ...often('cai', 6_500)] }),
      factsOf({ people: two('彩虹'), history: [past('bob', 6_000, 9), ...often('cai', 6_600)] }),
    ],
    [
      'namesake-first-payment',
      'confirm',
      factsOf({ people: two('彩虹'), history: [], send: { amount: 500_000n } }),
      factsOf({ people: two('彩虹'), history: [], send: { amount: 497_000n } }),
    ],
    [
      'namesake-unusual-sum',
      'confirm',
      factsOf({ people: two('彩虹'), send: { amount: 744_000n } }),
      factsOf({ people: two('彩虹'), send: { amount: 99_000n }, history: often('bob', 60_000) }),
    ],
    [
      'written-or-sounding-alike',
      'confirm',
      factsOf({ people: two('张玮', '张伟'), history: often('cai', 6_000, 5) }),
      factsOf({ people: two('张玮', '张伟'), history: [...often('cai', 6_000), ...often('bob', 6_000)] }),
    ],
    [
      'near-name-first-payment',
      'confirm',
      factsOf({ people: two('彩虹', '李彩霞'), history: often('cai', 6_500) }),
      factsOf({ people: two('彩虹', '李彩霞'), history: often('cai', 13_000) }),
    ],
    [
      'last-chat-with-other-sum',
      'confirm',
      factsOf({ screen: recent, history: often('cai', 60_000), send: { amount: 60_000n } }),
      factsOf({ screen: recent, history: often('cai', 40_000), send: { amount: 40_000n } }),
    ],
    [
      'last-chat-large-sum',
      'confirm',
      factsOf({ screen: recent, history: often('cai', 10_000, 5), send: { amount: 530_000n } }),
      factsOf({ screen: recent, history: often('cai', 10_000), send: { amount: 198_000n } }),
    ],
    [
      'typed-name-is-another',
      'confirm',
      factsOf({ send: { payeeName: '王芳' } }),
      factsOf({ send: { payeeName: '李丽' } }),
    ],
    [
      'typed-name-close-first-payment',
      'confirm',
      factsOf({ history: [], send: { payeeName: '李莉', amount: 50_000n } }),
      factsOf({ history: [], send: { payeeName: '李莉' } }),
    ],
    ['extra-zero', 'confirm', factsOf({ send: { amount: 65_000n } }), factsOf({ send: { amount: 40_000n } })],
    [
      'extra-digit',
      'confirm',
      factsOf({ send: { amount: 118_880n }, history: often('bob', 18_880) }),
      factsOf({ send: { amount: 50_000n }, history: often('bob', 18_880) }),
    ],
    [
      'many-times-usual',
      'confirm',
      factsOf({ send: { amount: 130_000n } }),
      factsOf({ send: { amount: 13_000n } }),
    ],
    [
      'far-above-the-largest',
      'confirm',
      factsOf({ send: { amount: 20_000n }, history: often('bob', 6_500, 8) }),
      factsOf({ send: { amount: 19_000n }, history: often('bob', 6_500, 8) }),
    ],
    [
      'alike-gets-these-words',
      'confirm',
      factsOf({
        people: [person('bob', '阿芳'), person('cai', '团长阿芳')],
        send: { words: '接龙' },
        history: [...often('bob', 6_500), ...often('cai', 3_000, 3, { words: '接龙' })],
      }),
      factsOf({
        people: [person('bob', '阿芳'), person('cai', '团长阿芳')],
        send: { words: '接龙' },
        history: [...often('bob', 6_500), ...often('cai', 3_000, 2, { words: '接龙' })],
      }),
    ],
    [
      'large-first-payment',
      'confirm',
      factsOf({ history: often('cai', 6_500, 5), send: { amount: 1_000_000n } }),
      factsOf({ ...stranger, history: often('cai', 6_500, 5), send: { amount: 999_900n } }),
    ],
    [
      'large-first-payment-at-night',
      'hold',
      factsOf({ history: often('cai', 900_000), send: { amount: 1_000_000n }, localHour: 2 }),
      factsOf({ history: often('cai', 900_000), send: { amount: 1_000_000n } }),
    ],
    [
      'emptying-the-wallet',
      'hold',
      factsOf({
        ...stranger,
        history: often('cai', 6_500, 5),
        send: { amount: 500_000n },
        balance: 600_000n,
      }),
      factsOf({ history: often('cai', 6_500, 5), send: { amount: 500_000n }, balance: 600_000n }),
    ],
    [
      'unusual-sum-at-night',
      'confirm',
      factsOf({ history: often('bob', 25_000, 9), send: { amount: 60_000n }, localHour: 1 }),
      factsOf({ history: often('bob', 25_000, 9), send: { amount: 60_000n } }),
    ],
    [
      'unusual-sum-in-haste',
      'confirm',
      factsOf({
        history: often('bob', 45_000, 9),
        send: { amount: 100_000n },
        screen: { ...calm, dwellMs: 900 },
      }),
      factsOf({ screen: { ...calm, dwellMs: 900 } }),
    ],
    [
      'sent-already',
      'confirm',
      factsOf({ history: [{ ...past('bob', 6_500, 0), at: afternoon - minuteMs }] }),
      factsOf({ history: [{ ...past('bob', 6_500, 0), at: afternoon - hourMs }] }),
    ],
    [
      'hesitation',
      'hold',
      factsOf({ screen: unsure, send: { amount: 24_000n } }),
      factsOf({ screen: unsure, send: { amount: 19_900n } }),
    ],
    [
      'group-ten-times-larger',
      'confirm',
      groupFacts({ groups: g(200), history: often('small', 500, 1, toGroup(9)) }),
      groupFacts({ groups: g(50), history: often('small', 500, 1, toGroup(9)) }),
    ],
    [
      'meant-for-another-group',
      'confirm',
      groupFacts({ groups: g(50), history: often('small', 2_000, 2, toGroup(5)) }),
      groupFacts({ groups: g(14), history: often('small', 9_000, 2, toGroup(5)) }),
    ],
    [
      'another-group-in-the-words',
      'confirm',
      groupFacts({
        groups: [group('g', '门诊一组', 8), group('x', '门诊二组', 8)],
        send: { words: '二组辛苦' },
      }),
      groupFacts({
        groups: [group('g', '门诊一组', 8), group('x', '门诊二组', 8)],
        send: { words: '一组辛苦' },
      }),
    ],
    [
      'shares-of-another-group',
      'confirm',
      groupFacts({ groups: g(14), history: often('small', 9_000, 2, toGroup(5)) }),
      groupFacts({ groups: g(14), history: often('small', 9_000, 2, toGroup(4)) }),
    ],
    [
      'group-of-like-name',
      'confirm',
      groupFacts({
        groups: [group('g', '周家大院', 8), group('x', '周家大园', 8)],
        history: often('x', 2_000, 2, toGroup(5)),
      }),
      groupFacts({
        groups: [group('g', '周家大院', 8), group('x', '周家大园', 8)],
        history: often('g', 2_000, 2, toGroup(5)),
      }),
    ],
    [
      'group-of-new-people',
      'confirm',
      groupFacts({ groups: g(8, { newMembers: 4 }), send: { amount: 20_000n } }),
      groupFacts({ groups: g(8, { newMembers: 3 }), send: { amount: 20_000n } }),
    ],
    [
      'blocked-in-a-new-group',
      'confirm',
      groupFacts({ groups: g(8, { blockedMembers: 1 }) }),
      groupFacts({ groups: g(8, { blockedMembers: 1 }), history: often('g', 2_000, 1, toGroup(5)) }),
    ],
    ['blocked-payee', 'refuse', factsOf({ payee: { blocked: true } }), factsOf()],
    ['frozen-payee', 'refuse', factsOf({ payee: { frozen: true } }), factsOf()],
    [
      'frozen-among-payees',
      'confirm',
      factsOf({
        payee: { frozen: true },
        send: { toKind: 'members', memberIds: ['bob', 'cai'], kind: 'lucky', count: 2 },
      }),
      factsOf(),
    ],
    [
      'reported-stranger',
      'hold',
      factsOf({ payee: { reports: 1 }, history: [] }),
      factsOf({ payee: { reports: 1 } }),
    ],
    [
      'minor-outside-the-family',
      'confirm',
      factsOf({ payee: { minor: true }, history: often('bob', 90_000), send: { amount: 100_000n } }),
      factsOf({
        payee: { minor: true },
        people: [person('bob', '小雨', { relation: 'family' })],
        history: often('bob', 90_000),
        send: { amount: 100_000n },
      }),
    ],
    [
      'return-to-another',
      'hold',
      factsOf({
        send: { words: '退款' },
        received: [{ fromId: 'eve', at: afternoon - dayMs, amount: 6_500n }],
      }),
      factsOf({ send: { words: '退款' } }),
    ],
    ...wrongChatCases,
    [
      'sum-with-meaning',
      'allow',
      factsOf({ history: often('bob', 52_000), send: { amount: 52_000n } }),
      factsOf({ send: { amount: 53_000n } }),
    ],
    [
      'blocked-in-the-group',
      'allow',
      groupFacts({ groups: g(8, { blockedMembers: 1 }), history: often('g', 2_000, 1, toGroup(5)) }),
      groupFacts({ groups: g(8), history: often('g', 2_000, 1, toGroup(5)) }),
    ],
    ['speaks-of-return', 'allow', factsOf({ send: { words: '退款' } }), factsOf({ send: { words: '饭钱' } })],
  ]

  test.each(cases)('%s: %s', (id, outcome, facts, ordinary) => {
    const judgement = judge(standard, facts)
    expect(judgement.held).toContain(id)
    expect(judgement.verdict.outcome).toBe(outcome)
    const told = outcome === 'allow' ? judgement.verdict.notes : judgement.verdict.reasons
    expect(told.length).toBeGreaterThan(0)
    expect(judgement.verdict.reasons.every(({ code }) => code !== 'by_rule')).toBe(true)
    expect(judge(standard, ordinary).held).not.toContain(id)
  })

  test('is shown by a case', () => {
    expect([...new Set(cases.map(([id]) => id))].sort()).toEqual(
      defaultPolicy.rules.map(({ id }) => id).sort(),
    )
  })
})

describe('the verdict', () => {
  test('an ordinary send is allowed without a word', () => {
    expect(judge(standard, factsOf()).verdict).toEqual({
      outcome: 'allow',
      asks: false,
      reasons: [],
      notes: [],
      hold: null,
      rules: { name: 'laisee', version: 1 },
    })
  })

  test('every rule is looked at, and the strictest outcome wins whatever their order', () => {
    const list = outcomes.map((outcome, i) => rule(`r${i}`, `amount >= ${(i + 1) * 10}`, outcome))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(list, { minLength: 1 }),
        fc.bigInt({ min: 0n, max: 60n }),
        (rules, amount) => {
          const { held, verdict } = judge(compiled(rules), factsOf({ send: { amount } }))
          const holding = rules.filter(({ id }) => amount >= (BigInt(id.slice(1)) + 1n) * 10n)
          expect(held).toEqual(holding.map(({ id }) => id))
          expect(verdict.outcome).toBe(
            holding.reduce<Outcome>((most, one) => stricter(most, one.outcome), 'allow'),
          )
          expect(verdict.reasons.map(({ ruleId }) => ruleId).sort()).toEqual(
            holding
              .filter(({ outcome }) => outcome !== 'allow')
              .map(({ id }) => id)
              .sort(),
          )
        },
      ),
    )
  })

  test('a rule that allows silences no other', () => {
    const { verdict } = judge(
      compiled([rule('a', 'amount > 1', 'confirm'), rule('b', 'amount > 2', 'allow')]),
      factsOf(),
    )
    expect(verdict.outcome).toBe('confirm')
  })

  test.each(['hold', 'approve'] as const)('%s silences no question, though both tell the same', (outcome) => {
    const asks = { ...rule('asks', 'first_payee', 'confirm'), tells: ['first_payee'] } satisfies Rule
    const stricter = { ...rule('stricter', 'first_payee', outcome), tells: ['first_payee'] } satisfies Rule
    const facts = factsOf({ history: [] })
    expect(judge(compiled([stricter]), facts).verdict).toMatchObject({ outcome, asks: false })
    const both = judge(compiled([asks, stricter]), facts).verdict
    expect(both).toMatchObject({ outcome, asks: true, reasons: [{ code: 'first_payee', outcome }] })
  })

  test('an extra zero is asked about although the hand hesitated, and waits as well', () => {
    const screen = { ...calm, amountEdits: 4, recipientChanges: 3, backAndForth: 2 }
    const { verdict } = judge(standard, factsOf({ screen, send: { amount: 65_000n } }))
    expect(verdict).toMatchObject({ outcome: 'hold', asks: true, hold: tenMinutes })
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['extra_zero', 'hesitation'])
  })

  test('what a rule tells that allows is said beside, once, and asks nothing', () => {
    const { verdict } = judge(standard, factsOf({ history: often('bob', 52_000), send: { amount: 52_000n } }))
    expect(verdict).toMatchObject({ outcome: 'allow', asks: false, reasons: [] })
    expect(verdict.notes.map(({ code }) => code)).toEqual(['sum_with_meaning'])
    const zero = judge(standard, factsOf({ history: often('bob', 5_200), send: { amount: 52_000n } })).verdict
    expect(zero.reasons.map(({ code }) => code)).toEqual(['extra_zero', 'sum_with_meaning'])
    expect(zero.notes).toEqual([])
  })

  test('several waits: the longest, and the sender may end it when all of them let them', () => {
    const hold = (id: string, ms: number, releaseFromMs: number | null): Rule => ({
      ...rule(id, `amount > ${id.length}`, 'hold'),
      hold: { ms, releaseFromMs },
    })
    const waits = (...rules: Rule[]) => judge(compiled(rules), factsOf()).verdict.hold
    expect(waits(hold('a', 9, 2), hold('bb', 5, 4))).toEqual({ ms: 9, releaseFromMs: 4 })
    expect(waits(hold('a', 9, 2), hold('bb', 5, null))).toEqual({ ms: 9, releaseFromMs: null })
  })

  test('names the version that decided', () => {
    expect(
      judge({ ...standard, policy: { ...defaultPolicy, name: 'ours', version: 7 } }, factsOf()).verdict.rules,
    ).toEqual({ name: 'ours', version: 7 })
  })

  test('a matching name never silences a look-alike', () => {
    const facts = { people: [person('bob', '彩虹'), person('cai', '彩虹')], history: often('cai', 6_500) }
    const { verdict } = judge(standard, factsOf({ ...facts, send: { payeeName: '彩虹' } }))
    expect(verdict.reasons.map(({ code }) => code)).toContain('same_name')
    expect(verdict).toEqual(judge(standard, factsOf(facts)).verdict)
  })

  test('a name seen twice is told once, first', () => {
    const facts = factsOf({
      people: [person('bob', '彩虹'), person('cai', '彩虹')],
      history: often('cai', 60_000),
      send: { amount: 60_000n },
      screen: { ...calm, chosenFrom: 'recent' },
    })
    expect(judge(standard, facts).verdict.reasons.map(({ code }) => code)).toEqual([
      'same_name',
      'amount_of_other',
      'chosen_from_recent',
      'first_payee',
    ])
  })
})
