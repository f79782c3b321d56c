import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { canonicalJson } from './canonical.ts'
import { compilePolicy, type CompiledPolicy } from './compile.ts'
import type { GuardFacts } from './facts.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './rules.ts'
import { shownFacts, shownHash, type Shown } from './shown.ts'
import { factsOf, group, groupFacts, often, person } from './testing/facts.ts'

let policy: CompiledPolicy
beforeAll(() => {
  policy = compilePolicy(defaultPolicy) as CompiledPolicy
})

const shown = (facts: GuardFacts): Shown => shownFacts(facts, judge(policy, facts))
const hashOf = (facts: GuardFacts) => shownHash(shown(facts))

describe('the fingerprint of what was shown', () => {
  const asked = { people: [person('bob', '彩虹'), person('cai', '彩虹')], history: often('cai', 6_500) }
  const groups = (members: number, name = '群') => [group('g', name, members)]
  const changes: [string, GuardFacts, GuardFacts][] = [
    ['the amount', factsOf(asked), factsOf({ ...asked, send: { amount: 6_501n } })],
    [
      'the payee’s name',
      factsOf(asked),
      factsOf({ ...asked, people: [person('bob', '采虹'), person('cai', '彩虹')] }),
    ],
    [
      'the sender’s word for them',
      factsOf(asked),
      factsOf({ ...asked, people: [person('bob', '彩虹', { alias: '房东' }), person('cai', '彩虹')] }),
    ],
    ['the payee', factsOf(asked), factsOf({ ...asked, to: 'cai' })],
    ['the sender', factsOf(asked), factsOf({ ...asked, send: { payerId: 'dan' } })],
    ['the purse', factsOf(asked), factsOf({ ...asked, send: { paidFrom: 'fam_a' } })],
    ['the greeting', factsOf(asked), factsOf({ ...asked, send: { words: '生日快乐' } })],
    ['the kind', factsOf(asked), factsOf({ ...asked, send: { kind: 'direct' } })],
    ['the reasons', factsOf(asked), factsOf({ ...asked, screen: null, localHour: 2, payee: { reports: 5 } })],
    ['the last send', factsOf(asked), factsOf({ ...asked, latestIds: ['tr_1'] })],
    ['the typed name', factsOf(asked), factsOf({ ...asked, send: { payeeName: '彩虹' } })],
    ['the head count', groupFacts({ groups: groups(38) }), groupFacts({ groups: groups(39) })],
    ['the group’s name', groupFacts({ groups: groups(38) }), groupFacts({ groups: groups(38, '裙') })],
    [
      'the number of shares',
      groupFacts({ groups: groups(38) }),
      groupFacts({ groups: groups(38), send: { count: 6 } }),
    ],
  ]
  test.each(changes)('changes with %s', (_, one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other))
  })

  test('stays while only the moment passes', () => {
    const facts = factsOf(asked)
    const later = { ...facts, send: { ...facts.send, at: facts.send.at + 40_000 } }
    expect(hashOf(later)).toBe(hashOf(facts))
    expect(hashOf({ ...later, balance: 1_000_000n, localHour: 17 })).toBe(hashOf(facts))
  })

  test('changes if and only if something shown changes', () => {
    const texts = fc.constantFrom('', '彩虹', '采虹', '房东')
    const made = fc
      .record({
        amount: fc.bigInt({ min: 1n, max: 3n }),
        words: texts,
        name: texts,
        members: fc.integer({ min: 3, max: 5 }),
      })
      .map(({ amount, words, name, members }) =>
        shown(groupFacts({ groups: [group('g', name, members)], send: { amount, words } })),
      )
    fc.assert(
      fc.property(made, made, (one, other) => {
        expect(shownHash(one) === shownHash(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  test('is SHA-256 over canonical JSON, so that anybody can compute it', () => {
    expect(shownHash({ b: 1, a: [null, 'ü'] } as unknown as Shown)).toBe(
      'bd2ff14a36bf5950f33b33f3b51ab019862e05d71975c437a0fd31f890cf038f',
    )
  })
})

describe('canonical JSON', () => {
  test('has one spelling, whatever the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: 'x', c: [true, null] }, e: undefined })).toBe(
      '{"a":{"c":[true,null],"d":"x"},"b":1}',
    )
    expect(canonicalJson({ ö: 1, z: 2, '\u20ac': 3 })).toBe('{"z":2,"ö":1,"€":3}')
  })

  test('reads back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('says nothing that JSON cannot say', () => {
    for (const odd of [Number.NaN, Infinity, 1n, () => 1])
      expect(() => canonicalJson({ odd })).toThrow(TypeError)
  })
})
