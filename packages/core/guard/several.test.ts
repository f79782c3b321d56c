import { beforeAll, describe, expect, test } from 'vitest'
import type { CompiledPolicy } from './compile.ts'
import type { GuardFacts } from './facts.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './rules.ts'
import { factsOf, often, person } from './testing/facts.ts'
import { compiled, rule } from './testing/policy.ts'

let standard: CompiledPolicy
beforeAll(() => {
  standard = compiled(defaultPolicy.rules)
})

describe('a send to several who are named', () => {
  const people = [
    person('wrong', '彩虹'),
    person('meant', '彩虹', { relation: 'friend' }),
    person('ann', '李丽'),
    person('bob', '王芳'),
  ]
  const toAll = (memberIds: string[], history = often('meant', 6_500)) =>
    factsOf({
      people,
      history,
      send: { kind: 'equal', toKind: 'members', memberIds, amount: 3_000n, count: 3 },
    })

  test('the wrong 彩虹 among three is asked about, by name', () => {
    const { verdict, held } = judge(standard, toAll(['ann', 'wrong', 'bob']))
    expect(held).toContain('namesake-first-payment')
    expect(verdict).toMatchObject({ outcome: 'confirm', asks: true })
    expect(verdict.reasons[0]).toMatchObject({
      code: 'same_name',
      data: { memberId: 'wrong', otherId: 'meant', name: '彩虹' },
    })
  })

  test('the right one is not, nor both of them, nor one who was paid before', () => {
    const heldFor = (facts: GuardFacts) => judge(standard, facts).held
    expect(heldFor(toAll(['ann', 'meant', 'bob']))).toEqual([])
    expect(heldFor(toAll(['wrong', 'meant', 'bob']))).toEqual([])
    const known = [...often('meant', 6_500, 5), ...often('wrong', 6_500, 2)]
    expect(heldFor(toAll(['ann', 'wrong', 'bob'], known))).toEqual([])
  })
})

describe('what a rule may say of a day', () => {
  const today = { all: 300_000n, toPayee: 200_000n }

  test('smaller sums under a threshold add up, to one payee and in all', () => {
    const holding = (when: string, amount: bigint) =>
      judge(compiled([rule('day', when, 'approve')]), factsOf({ today, send: { amount } })).held
    expect(holding('sent_today_to_payee >= 300000', 100_000n)).toEqual(['day'])
    expect(holding('sent_today_to_payee >= 300000', 99_999n)).toEqual([])
    expect(holding('sent_today >= 400000', 100_000n)).toEqual(['day'])
    expect(holding('sent_today >= 400000', 99_999n)).toEqual([])
  })
})
