import { describe, expect, test } from 'vitest'
import { advise } from '../../advisor/advise.ts'
import { clockIds } from '../../advisor/clocks.ts'
import { contradictionIds } from '../../advisor/contradictions.ts'
import { dontIds } from '../../advisor/donts.ts'
import { refused } from '../../advisor/knowledge/refused.ts'
import { branches, risks } from '../../advisor/plan.ts'
import {
  causes,
  evidenceKinds,
  nothingKnown,
  phases,
  platforms,
  products,
  reachabilities,
  relations,
  waivers,
} from '../../advisor/situation.ts'
import { stepIds } from '../../advisor/steps/steps.ts'
import { findingKinds } from '../../advisor/texts/finding.ts'
import { contradictionWords } from './contradiction-words.ts'
import { dontWords } from './dont-words.ts'
import { findingWords } from './finding-words.ts'
import { planWords } from './plan-words.ts'
import { questionWords } from './question-words.ts'
import { refusedWords } from './refused-words.ts'
import { sayEffect } from './say-effect.ts'
import { sayDoing, stepWordsIn } from './step-words.ts'

const languages = ['zh', 'en'] as const
const keysOf = (tree: object) => Object.keys(tree).sort()
const sorted = (names: readonly string[]) => [...names].sort()

describe.each(languages)('in %s', (language) => {
  test('every step, clock, way, warning, refusal, finding and contradiction has its words', () => {
    expect(keysOf(stepWordsIn(language))).toEqual(sorted(stepIds))
    expect(keysOf(planWords[language].clock)).toEqual(sorted(clockIds))
    expect(keysOf(planWords[language].branch)).toEqual(sorted(branches))
    expect(keysOf(planWords[language].risk)).toEqual(sorted(risks))
    expect(keysOf(dontWords[language])).toEqual(sorted(dontIds))
    expect(keysOf(refusedWords[language])).toEqual(sorted(Object.keys(refused)))
    expect(keysOf(findingWords[language])).toEqual(sorted(findingKinds))
    expect(keysOf(contradictionWords[language])).toEqual(sorted(contradictionIds))
  })

  test('every answer has its words', () => {
    const words = questionWords[language]
    const asked = {
      platform: platforms,
      product: products,
      phase: phases,
      cause: causes,
      relation: relations,
    }
    for (const [field, values] of Object.entries(asked))
      expect(keysOf(words[field as keyof typeof asked])).toEqual(sorted(['ask', ...values]))
    expect(keysOf(words.reachability)).toEqual(sorted(['ask', ...reachabilities]))
    expect(keysOf(words.waiver)).toEqual(sorted(['ask', ...waivers]))
    expect(keysOf(words.evidence)).toEqual(sorted(['ask', ...evidenceKinds]))
  })

  test('every question the advisor can ask has words for the answers it counts', () => {
    const words = questionWords[language] as unknown as Record<string, Record<string, string>>
    const now = Date.parse('2026-10-23T12:00:00Z')
    const lost = advise(nothingKnown, now).questions.flatMap(({ field, answers }) =>
      field === 'province' ? [] : answers.filter(({ value }) => words[field]?.[value] === undefined),
    )
    expect(lost).toEqual([])
  })

  test('no words leave a fact out in the open', () => {
    const now = Date.parse('2026-10-23T12:00:00Z')
    const plan = advise({ ...nothingKnown, cause: 'wrong_person' }, now)
    for (const step of [...plan.steps, ...plan.dependent]) {
      const reading = { timeZone: 'Asia/Shanghai' }
      const { what, how, ends } = sayDoing(step, language, reading)
      const expected = sayEffect(step.effect, '2026-10-23', language, reading)
      const open = [what, how, ends, expected].filter((text) => text === '' || /\{\{/.test(text))
      expect(open).toEqual([])
    }
  })
})

test('a fee that is known is told, and a sentence without its figure is left out', () => {
  const now = Date.parse('2026-10-23T12:00:00Z')
  const claimed = {
    ...nothingKnown,
    product: 'transfer_now',
    phase: 'claimed',
    cause: 'wrong_person',
  } as const
  const how = (amount: bigint | null) => {
    const plan = advise({ ...claimed, platform: 'wechat', sentAt: now, noticedAt: now, amount }, now)
    const step = plan.steps.find((it) => it.id === 'decide_on_an_action')
    if (step === undefined) throw new Error('there is no such step')
    return sayDoing(step, 'zh', { timeZone: 'Asia/Shanghai' }).how
  }
  expect(how(2_700_000n)).toContain('诉讼费 475.00 元，简易程序 237.50 元')
  expect(how(null)).not.toContain('诉讼费')
})
