import { describe, expect, test } from 'vitest'
import { dayMs, minuteMs } from '../instant.ts'
import type { GuardFacts } from './facts.ts'
import type { SignalCode } from './signal.ts'
import {
  afternoon,
  calm,
  factsOf,
  group,
  groupFacts,
  often,
  past,
  person,
  toGroup,
  type Told,
} from './testing/facts.ts'
import { codesOf, signalsOf } from './testing/found.ts'

const one = (facts: GuardFacts, code: SignalCode) => signalsOf(facts).find((signal) => signal.code === code)

/** Each with a send that gives the signal, and the nearest one that does not. */
const tables: Record<string, readonly [SignalCode, string, GuardFacts, GuardFacts][]> = {
  'the one it is for': [
    ['same_name', 'a contact has the name', named('彩虹', '彩虹'), named('彩虹', '海燕')],
    [
      'same_name',
      'the alias of one is the name of another',
      named('房东', '王伟', { alias: '房东' }),
      named('房东', '王伟'),
    ],
    ['name_looks_alike', 'only width differs', named('Lisa', 'Ｌisa'), named('Lisa', 'Luisa')],
    ['name_sounds_alike', 'homophones', named('张伟', '张玮'), named('张伟', '张明')],
    ['name_near', 'one character apart', named('周建国', '周建军'), named('周建国', '周晓军')],
    ['avatar_alike', 'one character in the picture', named('王芳', '刘芳'), named('王芳', '刘平')],
    ['first_payee', 'never paid', factsOf({ history: [] }), factsOf()],
    [
      'first_payee',
      'only paid by mistake',
      factsOf({ history: [past('bob', 100, 3, { takenBackAt: afternoon - dayMs })] }),
      factsOf(),
    ],
    [
      'long_ago',
      'not for half a year',
      factsOf({ history: [past('bob', 100, 181)] }),
      factsOf({ history: [past('bob', 100, 179)] }),
    ],
    [
      'chosen_from_recent',
      'from the last chats',
      factsOf({ screen: { ...calm, chosenFrom: 'recent' } }),
      factsOf(),
    ],
    [
      'amount_of_other',
      'a sum that only somebody else gets',
      factsOf({ history: [...often('cai', 530_000, 2), past('bob', 100, 9)], send: { amount: 530_000n } }),
      factsOf({
        history: [...often('cai', 530_000, 2), past('bob', 530_000, 9)],
        send: { amount: 530_000n },
      }),
    ],
    [
      'amount_of_other',
      'but not one of a round of gifts',
      factsOf({ history: often('cai', 20_000, 3), send: { amount: 20_000n } }),
      factsOf({
        history: [past('cai', 20_000, 0.01), ...often('cai', 20_000, 3)],
        send: { amount: 20_000n },
      }),
    ],
    ['payee_no_match', 'another name was typed', typed('王芳'), typed('李丽')],
    ['payee_close_match', 'a close name was typed', typed('李莉'), typed('李丽')],
    ['payee_frozen', 'a frozen wallet', factsOf({ payee: { frozen: true } }), factsOf()],
    ['payee_reported', 'reported', factsOf({ payee: { reports: 1 } }), factsOf()],
    ['payee_minor', 'a minor', factsOf({ payee: { minor: true } }), factsOf()],
    ['payee_blocked', 'blocked', factsOf({ payee: { blocked: true } }), factsOf()],
  ],
  'the amount': [
    ['extra_zero', 'exactly ten times a sum of theirs', sum(110_000, 11_000), sum(44_000, 11_000)],
    ['extra_zero', 'about ten times their middle one', sum(120_000, 11_000), sum(140_000, 11_000)],
    [
      'extra_zero',
      'about ten times, where three tell what is usual',
      factsOf({ history: often('bob', 1_100, 3), send: { amount: 12_000n } }),
      factsOf({ history: often('bob', 1_100, 2), send: { amount: 12_000n } }),
    ],
    [
      'extra_zero',
      'about ten times of one, from ¥1,000 on',
      factsOf({ history: often('bob', 11_000, 1), send: { amount: 100_000n } }),
      factsOf({ history: often('bob', 11_000, 1), send: { amount: 99_900n } }),
    ],
    ['extra_zero', 'a lost point', sum(188_000, 1_880), sum(188_001, 1_880)],
    [
      'extra_zero',
      'one large gift among many small ones, or two of eleven',
      sum(110_000, 11_000, ...often('bob', 100_000, 2)),
      sum(110_000, 11_000, ...often('bob', 100_000, 3)),
    ],
    [
      'extra_zero',
      'more than ever, and the tenth of it is among what they get',
      factsOf({
        send: { amount: 13_000n },
        history: [8, 15, 18, 20, 30].map((yuan) => past('bob', yuan * 100, yuan)),
      }),
      factsOf({
        send: { amount: 31_000n },
        history: [8, 15, 18, 20, 30].map((yuan) => past('bob', yuan * 100, yuan)),
      }),
    ],
    [
      'extra_zero',
      'ten times what anybody gets for it, to somebody new',
      factsOf({
        to: 'new',
        send: { amount: 25_000n, words: '午饭' },
        history: often('bob', 2_300, 3, { words: '午饭' }),
      }),
      factsOf({
        to: 'new',
        send: { amount: 25_000n, words: '车费' },
        history: often('bob', 2_300, 3, { words: '午饭' }),
      }),
    ],
    ['extra_digit', 'a finger that stayed on its key', sum(118_880, 18_880), sum(129_990, 18_880)],
    ['times_usual', 'fifteen times the middle', sum(165_000, 11_000), sum(99_000, 11_000)],
    [
      'above_usual',
      'well above everything',
      sum(30_000, 11_000, ...often('cai', 9_000, 6)),
      sum(15_000, 11_000, ...often('cai', 9_000, 6)),
    ],
    [
      'most_of_balance',
      'four fifths of the wallet',
      factsOf({ balance: 8_125n }),
      factsOf({ balance: 8_126n }),
    ],
    [
      'large_amount',
      '¥5,000',
      factsOf({ send: { amount: 500_000n } }),
      factsOf({ send: { amount: 499_999n } }),
    ],
    [
      'sum_with_meaning',
      '¥520',
      factsOf({ send: { amount: 52_000n } }),
      factsOf({ send: { amount: 53_000n } }),
    ],
    [
      'sum_with_meaning',
      '¥13.14',
      factsOf({ send: { amount: 1_314n } }),
      factsOf({ send: { amount: 1_315n } }),
    ],
    [
      'sum_with_meaning',
      '¥88 for each of five',
      groupFacts({ groups: [group('g', '群', 6)], send: { amount: 44_000n } }),
      groupFacts({ groups: [group('g', '群', 6)], send: { amount: 44_500n } }),
    ],
  ],
  'the moment and the hand': [
    ['duplicate', 'the same fourteen minutes ago', twice(14 * minuteMs), twice(16 * minuteMs)],
    [
      'duplicate',
      'but not one that was taken back',
      twice(minuteMs),
      twice(minuteMs, { takenBackAt: afternoon }),
    ],
    ['duplicate', 'nor a packet after a transfer', twice(minuteMs), twice(minuteMs, { kind: 'direct' })],
    ['night', 'before six', factsOf({ localHour: 5 }), factsOf({ localHour: 6 })],
    [
      'haste',
      'at once',
      factsOf({ screen: { ...calm, dwellMs: 1_400 } }),
      factsOf({ screen: { ...calm, dwellMs: 1_600 } }),
    ],
    [
      'hesitation',
      'changed three times',
      factsOf({ screen: { ...calm, amountEdits: 3 } }),
      factsOf({ screen: { ...calm, amountEdits: 2 } }),
    ],
    [
      'hesitation',
      'but not where it is switched off',
      factsOf({ screen: { ...calm, backAndForth: 4 } }),
      factsOf({ screen: null }),
    ],
  ],
  'what it says': [
    [
      'speaks_of_return',
      '退回',
      factsOf({ send: { words: '退回上次多转的' } }),
      factsOf({ send: { words: '辛苦了' } }),
    ],
    ['return_to_other', 'to somebody it did not come from', back('eve'), back('bob')],
    ['return_to_other', 'and not without saying so', back('eve'), back('eve', '')],
  ],
}

function named(payee: string, other: string, more: Told | { alias: string } = {}): GuardFacts {
  const alias = 'alias' in more ? more.alias : null
  return factsOf({ people: [person('bob', payee), person('cai', other, { alias })] })
}

function typed(payeeName: string): GuardFacts {
  return factsOf({ send: { payeeName } })
}

function sum(amount: number, usual: number, ...more: GuardFacts['history']): GuardFacts {
  return factsOf({
    send: { amount: BigInt(amount) },
    history: [...often('bob', usual, 4), ...often('bob', usual, more.length > 1 ? 4 : 9), ...more],
  })
}

function twice(agoMs: number, more: Partial<GuardFacts['history'][number]> = {}): GuardFacts {
  return factsOf({
    history: [...often('bob', 6_500), { ...past('bob', 6_500, 0), at: afternoon - agoMs, ...more }],
  })
}

function back(fromId: string, words = '转错了，退给你'): GuardFacts {
  return factsOf({ send: { words }, received: [{ fromId, at: afternoon - dayMs, amount: 6_500n }] })
}

describe.each(Object.entries(tables))('signals about %s', (_, rows) => {
  test.each(rows)('%s: %s', (code, _why, yes, no) => {
    expect(codesOf(yes)).toContain(code)
    expect(codesOf(no)).not.toContain(code)
  })
})

describe('what a signal tells', () => {
  test('of a namesake: both, when each was last paid, and no moment that passes', () => {
    const history = [past('cai', 100, 3), past('bob', 100, 40)]
    const people = [person('bob', '彩虹', { alias: '彩虹' }), person('cai', '彩虹', { relation: 'friend' })]
    expect(one(factsOf({ history, people }), 'same_name')).toEqual({
      code: 'same_name',
      strength: 3,
      data: {
        memberId: 'bob',
        name: '彩虹',
        ownName: '彩虹',
        relation: null,
        lastPaidAt: '2026-01-01T08:00:00.000Z',
        otherId: 'cai',
        otherName: '彩虹',
        otherOwnName: '彩虹',
        otherRelation: 'friend',
        otherLastPaidAt: '2026-02-07T08:00:00.000Z',
        others: 1,
      },
    })
  })

  test('a namesake with whom the sender has nothing to do is nobody to be mixed up with', () => {
    const stranger = person('cai', '彩虹', { isContact: false, smallestGroup: 101 })
    expect(codesOf(factsOf({ people: [person('bob', '彩虹'), stranger] }))).not.toContain('same_name')
    const neighbour = { ...stranger, smallestGroup: 100 }
    expect(codesOf(factsOf({ people: [person('bob', '彩虹'), neighbour] }))).toContain('same_name')
  })

  test('an alias that tells two people apart is what the sender goes by', () => {
    const people = [person('bob', '王伟', { alias: '同学小王' }), person('cai', '王伟', { alias: '房东' })]
    expect(codesOf(factsOf({ people }))).not.toContain('same_name')
  })

  test('an extra zero tells the usual sum it is ten times of', () => {
    expect(one(sum(1_100_000, 110_000), 'extra_zero')?.data).toEqual({
      amount: 1_100_000,
      usual: 110_000,
      zeros: 1,
      scope: 'payee',
      meaning: null,
    })
  })

  test('more shares for more people is no extra zero, ten times as much for each is', () => {
    const groups = [group('g', '群', 50)]
    const history = often('g', 8_880, 3, toGroup(40))
    const ten = { count: 40, amount: 88_800n }
    expect(codesOf(groupFacts({ groups, history, send: ten }))).toContain('extra_zero')
    const few = often('g', 888, 3, toGroup(4))
    expect(codesOf(groupFacts({ groups, history: few, send: { count: 40, amount: 8_880n } }))).not.toContain(
      'extra_zero',
    )
  })

  test('an ordinary send to somebody often paid gives no signal at all', () => {
    expect(signalsOf(factsOf())).toEqual([])
  })
})
