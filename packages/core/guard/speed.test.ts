import { expect, test } from 'vitest'
import { compilePolicy, type CompiledPolicy } from './compile.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './rules.ts'
import { shownFacts, shownHash } from './shown.ts'
import { factsOf, group, past, person, toGroup } from './testing/facts.ts'

/** A full life: 500 contacts, 500 in a group beside them, 400 sends in the past. */
function fullLife() {
  const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
  const given = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚']
  const name = (i: number) => surnames[i % 20]! + given[(i * 7) % 20]! + given[(i * 13 + (i >> 5)) % 20]!
  const people = Array.from({ length: 1_000 }, (_, i) =>
    person(`p${i}`, name(i), {
      alias: i % 3 === 0 ? `${name(i + 1)}（同事）` : null,
      isContact: i < 500,
      smallestGroup: i < 500 ? null : 80,
    }),
  )
  const history = Array.from({ length: 400 }, (_, i) =>
    i % 4 === 0
      ? past(`g${i % 12}`, 2_000 + i, i % 380, toGroup(8))
      : past(`p${(i * 17) % 500}`, 1_000 + i * 13, i % 380),
  )
  const groups = Array.from({ length: 50 }, (_, i) => group(`g${i}`, `${name(i)}家的群`, 10 + i * 10))
  return { people, history, groups }
}

test('a packet for five hundred who are named is judged in time', () => {
  const policy = compilePolicy(defaultPolicy) as CompiledPolicy
  const { people, history } = fullLife()
  const memberIds = people.slice(0, 500).map(({ id }) => id)
  const send = { kind: 'equal', toKind: 'members', memberIds, amount: 50_000n, count: 500 } as const
  const facts = factsOf({ people, history, send })
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now()
    judge(policy, facts)
    return performance.now() - from
  })
  expect(Math.min(...times)).toBeLessThan(40)
})

test('a send of somebody with a full life is judged in a few milliseconds', () => {
  const policy = compilePolicy(defaultPolicy) as CompiledPolicy
  const life = fullLife()
  const judged = Array.from({ length: 120 }, (_, i) => {
    const facts = factsOf({ ...life, to: `p${(i * 7) % 1_000}`, send: { amount: BigInt(5_000 + i * 977) } })
    const from = performance.now()
    shownHash(shownFacts(facts, judge(policy, facts)))
    return performance.now() - from
  })
  const warm = judged.slice(20).sort((a, b) => a - b)
  const [median, worst] = [warm[50]!, warm.at(-1)!]
  expect(median).toBeLessThan(5)
  expect(worst).toBeLessThan(80)
})
