/**
 * The real mis-sends of the reference page (§12.4) as the guard sees them before the money moves: what it says, and in
 * which words. The facts are those of the press; names, pasts and times of day are ours.
 */

import { beforeAll, describe, expect, test } from 'vitest'
import { compilePolicy, type CompiledPolicy } from '@laisee/core/guard/compile.ts'
import type { GuardFacts } from '@laisee/core/guard/facts.ts'
import { judge } from '@laisee/core/guard/judge.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { afternoon, calm, factsOf, often, past, person } from '@laisee/core/guard/testing/facts.ts'
import { sayReason } from '@laisee/core/words/guard/say-reason.ts'

let policy: CompiledPolicy
beforeAll(() => {
  policy = compilePolicy(defaultPolicy) as CompiledPolicy
})

const reading = { timeZone: 'Asia/Shanghai' }

/** The verdict, and its first reason as it is said. */
function asked(facts: GuardFacts) {
  const { verdict } = judge(policy, facts)
  const first = verdict.reasons[0]
  const codes = verdict.reasons.map(({ code }) => code)
  if (!first) return { outcome: verdict.outcome, codes, zh: '', en: '' }
  return {
    outcome: verdict.outcome,
    codes,
    zh: sayReason('zh', first, reading),
    en: sayReason('en', first, reading),
  }
}

describe('宿松 2025: ¥27,000 to the landlord’s namesake', () => {
  const people = [
    person('namesake', '王建国', { isContact: false, lastWithAt: afternoon - 9e9 }),
    person('landlord', '王建国', { alias: '王建国', relation: 'other' }),
  ]
  const rent = often('landlord', 450_000, 5)

  test('he is asked which of the two it is for', () => {
    const facts = factsOf({
      to: 'namesake',
      people,
      history: rent,
      send: { amount: 2_700_000n, words: '半年房租' },
    })
    expect(asked(facts)).toEqual({
      outcome: 'confirm',
      codes: ['same_name', 'first_payee'],
      zh: '你认识两个“王建国”，平时付的是另一位（上次 2026年2月5日）。这次要付的是没付过的这位吗？',
      en: 'You know two people called “王建国”, and you usually pay the other (last on 5 Feb 2026). Is it for this one, whom you have never paid?',
    })
  })

  test('the name he typed matches, and silences nothing', () => {
    const send = { amount: 2_700_000n, payeeName: '王建国' }
    expect(asked(factsOf({ to: 'namesake', people, history: rent, send })).codes).toContain('same_name')
  })

  test('the month’s rent to the landlord himself is no question', () => {
    expect(
      asked(factsOf({ to: 'landlord', people, history: rent, send: { amount: 450_000n } })).outcome,
    ).toBe('allow')
  })
})

describe('沈阳 2016: ¥7,440 to the other of two contacts called 彩虹', () => {
  const people = [person('wrong', '彩虹'), person('meant', '彩虹', { relation: 'friend' })]

  test('the one she hardly ever pays: asked, with when each was last paid', () => {
    const history = [past('wrong', 5_000, 60), ...often('meant', 200_000, 3)]
    const facts = factsOf({ to: 'wrong', people, history, send: { amount: 744_000n } })
    expect(asked(facts)).toMatchObject({
      outcome: 'confirm',
      zh: '你认识两个“彩虹”。这次要付的是上次往来 2025年12月12日 的这位，还是 2026年2月5日 的那位？',
    })
  })

  test('even where it is the one she pays more often: a sum like this was never sent before', () => {
    const history = [past('meant', 5_000, 60), ...often('wrong', 20_000, 3)]
    const facts = factsOf({ to: 'wrong', people, history, send: { amount: 744_000n } })
    expect(asked(facts)).toMatchObject({ outcome: 'confirm', codes: ['same_name', 'times_usual'] })
  })

  test('a small packet to the one she always pays is no question', () => {
    expect(
      asked(factsOf({ to: 'meant', people, history: often('meant', 20_000), send: { amount: 18_800n } }))
        .outcome,
    ).toBe('allow')
  })
})

describe('华商报 2017: ¥5,300 to the wrong friend, the last one on the list of chats', () => {
  const people = [person('wrong', '小高', { lastWithAt: afternoon - 1e6 }), person('meant', '刘哥')]
  const screen = { ...calm, chosenFrom: 'recent' } as const

  test('she never paid this friend, and never so much: asked', () => {
    const history = often('meant', 40_000, 6)
    expect(asked(factsOf({ to: 'wrong', people, history, screen, send: { amount: 530_000n } }))).toEqual({
      outcome: 'confirm',
      codes: ['chosen_from_recent', 'first_payee', 'times_usual'],
      zh: '“小高”是从最近聊天里点的，看清楚是不是这个人。',
      en: '“小高” was chosen from the recent chats: look whether it is the right person.',
    })
  })

  test('it is what the other friend gets each month: told whose sum it is', () => {
    const history = [...often('meant', 530_000, 2), past('wrong', 5_000, 30)]
    expect(
      asked(factsOf({ to: 'wrong', people, history, screen, send: { amount: 530_000n } })),
    ).toMatchObject({
      outcome: 'confirm',
      zh: '5,300.00 元你以前都是付给“刘哥”的（2 次），这次收款的是“小高”，是不是点错人了？',
      en: '¥5,300.00 is what “刘哥” gets from you (2 times), and this goes to “小高”. Is it the right person?',
    })
  })

  test('lunch for the friend of the last chat is no question', () => {
    expect(
      asked(
        factsOf({
          to: 'wrong',
          people,
          history: often('meant', 40_000, 6),
          screen,
          send: { amount: 3_500n },
        }),
      ).outcome,
    ).toBe('allow')
  })
})

describe('赤峰 2015: ¥11,000 instead of ¥1,100', () => {
  test('asked whether there is one zero too many', () => {
    const history = [past('bob', 110_000, 12), past('bob', 108_000, 40), past('bob', 112_000, 71)]
    expect(asked(factsOf({ history, send: { amount: 1_100_000n } }))).toMatchObject({
      outcome: 'confirm',
      codes: ['extra_zero'],
      zh: '平时是 ¥1,100.00 左右，这次是 ¥11,000.00，多了一个零？',
      en: 'It is usually about ¥1,100.00, and this is ¥11,000.00. One zero too many?',
    })
  })

  test('asked as well where there was one payment before', () => {
    const facts = factsOf({ history: [past('bob', 110_000, 12)], send: { amount: 1_100_000n } })
    expect(asked(facts).codes[0]).toBe('extra_zero')
  })

  test('¥1,100 as ever is no question', () => {
    expect(asked(factsOf({ history: often('bob', 110_000), send: { amount: 110_000n } })).outcome).toBe(
      'allow',
    )
  })
})
