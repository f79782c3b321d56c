import { expect, test } from 'vitest'
import { compilePolicy } from './compile.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './rules.ts'
import { factsOf } from './testing/facts.ts'
import { warmUp } from './warm-up.ts'

test('warming up leaves the word on a send as it is', () => {
  const policy = compilePolicy(defaultPolicy)
  if ('problems' in policy) throw new Error('the default rules do not compile')
  const before = judge(policy, factsOf())
  warmUp(policy)
  expect(judge(policy, factsOf())).toEqual(before)
})
