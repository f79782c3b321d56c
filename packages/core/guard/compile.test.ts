import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { compilePolicy, rulesMax, type RuleFault } from './compile.ts'
import { isProblem, readCondition, type ConditionFault } from './condition.ts'
import { readyRules } from './ready-rules.ts'
import { ruleFacts } from './rule-facts.ts'
import { tenMinutes, type GuardPolicy, type Rule } from './rule.ts'
import { defaultPolicy } from './rules.ts'

const rule = (id: string, when: string, more: Partial<Rule> = {}): Rule => ({
  id,
  when,
  outcome: 'confirm',
  tells: [],
  says: { zh: '请确认', en: 'confirm' },
  ...more,
})

const policyOf = (...rules: Rule[]): GuardPolicy => ({ ...defaultPolicy, name: 'ours', rules })

function faults(...rules: Rule[]): [string, RuleFault, string][] {
  const compiled = compilePolicy(policyOf(...rules))
  const found = 'problems' in compiled ? compiled.problems : compiled.warnings
  return found.map(({ ruleId, code, about }) => [ruleId, code, about])
}

describe('a condition that cannot be used is told with its exact place', () => {
  const cases: [string, ConditionFault, string, [line: number, column: number]][] = [
    ['amount >', 'syntax', '', [1, 9]],
    ['amount > 5 &&\n  (night', 'syntax', '', [2, 9]],
    ['to == "grp', 'syntax', '"grp', [1, 7]],
    ['', 'syntax', '', [1, 1]],
    ['amount > 5 &&\n  first_paye', 'unknown_fact', 'first_paye', [2, 3]],
    ['amount + "a" == 3', 'wrong_type', 'amount + "a"', [1, 1]],
    ['amount > 5.5 || kind > 3', 'wrong_type', 'kind > 3', [1, 17]],
    ['amount', 'not_a_condition', 'amount', [1, 1]],
    ['amount / count > 5', 'may_fail', 'count', [1, 10]],
    ['amount % 0 == 0', 'may_fail', '0', [1, 10]],
    ['to.matches("(a+)+$")', 'not_allowed', 'to.matches("(a+)+$")', [1, 1]],
    ['night && [1, 2].all(x, x > amount)', 'not_allowed', '[1, 2].all(x, x > amount)', [1, 10]],
    ['size(to) > 3', 'not_allowed', 'size(to)', [1, 1]],
    ['{"a": 1}.a == 1', 'not_allowed', '{"a": 1}.a', [1, 1]],
    [`${'amount + '.repeat(80)}1 > 0`, 'too_costly', 'a', [1, 1]],
    [`${'('.repeat(40)}night${')'.repeat(40)}`, 'too_costly', '(', [1, 21]],
    [`night || ${'"x" == to || '.repeat(100)}night`, 'too_long', '', [1, 1_001]],
  ]
  test.each(cases)('%j is %s', (text, code, at, [line, column]) => {
    const read = readCondition(text)
    expect(isProblem(read) && read).toMatchObject({ code, at: { line, column } })
    if (isProblem(read) && at !== '') expect(read.text).toBe(at)
  })

  test('whatever the text is, reading it answers', () => {
    const words = [
      ...Object.keys(ruleFacts).slice(0, 8),
      '&&',
      '||',
      '!',
      '(',
      ')',
      '>',
      '==',
      '5',
      '"a"',
      '?',
      ':',
      'in',
      '[',
      ']',
      ',',
      '.',
      '\n',
      '-',
    ]
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = readCondition(text)
        if (isProblem(read)) expect(read.at.line).toBeGreaterThan(0)
        else expect(read.ast).toBeDefined()
      }),
    )
  })
})

describe('a rule that cannot be used is told', () => {
  const cases: [RuleFault, Rule, string][] = [
    ['id_not_valid', rule('No Spaces', 'night'), 'No Spaces'],
    ['unknown_outcome', rule('a', 'night', { outcome: 'shout' as Rule['outcome'] }), 'shout'],
    ['unknown_signal', rule('a', 'night', { tells: ['moon' as 'night'] }), 'moon'],
    ['no_sentence', rule('a', 'night', { says: { zh: ' ', en: 'night' } }), 'zh'],
    ['hold_not_valid', rule('a', 'night', { outcome: 'hold' }), 'hold'],
    ['hold_not_valid', rule('a', 'night', { outcome: 'hold', hold: { ms: 5, releaseFromMs: 6 } }), 'hold'],
    ['hold_not_valid', rule('a', 'night', { hold: tenMinutes }), 'hold'],
  ]
  test.each(cases)('%s', (code, one, about) => {
    expect(faults(one)).toEqual([[one.id, code, about]])
  })

  test('two of one id, and more than there may be', () => {
    expect(faults(rule('a', 'night'), rule('a', 'haste'))).toContainEqual(['a', 'id_taken', 'a'])
    const many = Array.from({ length: rulesMax + 1 }, (_, i) => rule(`r${i}`, `amount == ${i}`))
    expect(faults(...many)).toEqual([[`r${rulesMax}`, 'too_many_rules', String(rulesMax + 1)]])
  })
})

describe('rules that contradict themselves or each other are named', () => {
  const never = [
    'amount > 5 && amount < 3',
    'night && !night',
    'hour == 24',
    'amount < 0',
    'to == "link" && to == "group"',
    'kind == "gift"',
    '!(night || !night)',
    'hour > 4 && hour < 6 && hour != 5',
    'night ? amount < 0 : false',
    'same_name == true && same_name != true',
  ]
  test.each(never)('%j can never hold', (when) => {
    expect(faults(rule('a', when))).toEqual([['a', 'never_holds', when]])
  })

  test.each(['true', 'night || !night', 'amount >= 0', 'hour <= 23', 'to != "nobody"'])(
    '%j asks everybody',
    (when) => {
      expect(faults(rule('a', when))).toEqual([['a', 'asks_everybody', when]])
    },
  )

  test.each([
    'amount > usual && amount < largest',
    'amount > 5 || amount < 9 && night',
    'amount != 5',
    'hour in [1, 2]',
  ])('%j is a rule', (when) => {
    expect(faults(rule('a', when))).toEqual([])
  })

  test('a rule that another covers as strictly is a warning, and keeps nobody from using the policy', () => {
    const wide = rule('wide', 'amount >= 1000')
    const narrow = rule('narrow', 'amount > 5000 && night')
    expect(faults(wide, narrow)).toEqual([['narrow', 'shadowed', 'wide']])
    expect('problems' in compilePolicy(policyOf(wide, narrow))).toBe(false)
    expect(faults(wide, { ...narrow, outcome: 'refuse' })).toEqual([])
    expect(faults(rule('one', 'night || haste'), rule('other', 'haste'))).toEqual([
      ['other', 'shadowed', 'one'],
    ])
    expect(faults(rule('one', 'night'), rule('same', 'night == true'))).toEqual([['same', 'shadowed', 'one']])
  })
})

test('the default rules are sound: no fault, no warning; so are those that are offered', () => {
  expect(faults(...defaultPolicy.rules)).toEqual([])
  expect(faults(...readyRules)).toEqual([])
})
