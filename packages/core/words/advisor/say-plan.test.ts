import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../advisor/advise.ts'
import { questionsMax } from '../../advisor/interview.ts'
import { nothingKnown, type Situation } from '../../advisor/situation.ts'
import { anySituation, testNow } from '../../advisor/testing/situations.ts'
import { toIso } from '../../instant.ts'
import { planWords } from './plan-words.ts'
import { sayPlan } from './say-plan.ts'

const said = (situation: Situation, lang: 'zh' | 'en' = 'zh') =>
  sayPlan({ situation, contradictions: [] }, testNow, lang)

const claimed: Situation = {
  ...nothingKnown,
  platform: 'wechat',
  product: 'transfer_now',
  phase: 'claimed',
  cause: 'wrong_person',
  relation: 'stranger',
  reachability: 'refuses',
  amount: 744_000n,
  province: 'ZJ',
  sentAt: testNow,
  noticedAt: testNow,
}

describe.each(['zh', 'en'] as const)('a plan said in %s', (lang) => {
  test('has the engine’s steps, clocks, warnings and questions, in their order, each in words', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const plan = advise(situation, testNow)
        const told = said(situation, lang)
        expect(told.steps.map(({ code }) => code)).toEqual(plan.steps.map(({ id }) => id))
        expect(told.steps.map(({ by }) => by.endsAt)).toEqual(
          plan.steps.map(({ by }) => (by.at === null ? null : toIso(by.at))),
        )
        expect(told.dependent.map(({ code }) => code)).toEqual(plan.dependent.map(({ id }) => id))
        expect(told.clocks.map(({ code }) => code)).toEqual(plan.clocks.map(({ id }) => id))
        expect(told.donts.map(({ code }) => code)).toEqual(plan.donts.map(({ id }) => id))
        expect(told.questions.map(({ field }) => field)).toEqual(
          plan.questions.slice(0, questionsMax).map(({ field }) => field),
        )
        expect(emptyOrOpen(told)).toEqual([])
        expect(JSON.parse(JSON.stringify(told))).toEqual(told)
      }),
      { numRuns: 40 },
    )
  })
})

/** Texts of a plan that say nothing, or show where a fact should stand. */
function emptyOrOpen(part: unknown, path = 'plan'): string[] {
  if (typeof part === 'string') return part === '' || part.includes('{{') ? [`${path}: ${part}`] : []
  if (typeof part !== 'object' || part === null) return part === undefined ? [path] : []
  return Object.entries(part).flatMap(([key, value]) => emptyOrOpen(value, `${path}.${key}`))
}

describe('a plan in codes and words', () => {
  test('gives the text to copy, the claim as a form, and what a court would cost', () => {
    const step = said(claimed).steps.find(({ code }) => code === 'decide_on_an_action')!
    expect(step.text?.text).toContain('民事起诉状')
    expect(step.form?.sections.map(({ code }) => code)).toContain('requests')
    expect(step.form?.blanks).toEqual(step.text?.blanks)
    expect(step.costs).toMatchObject({ fee: 5_000, halfFee: 2_500, preservationFee: null })
    expect(step.costs?.smallClaims?.says).toBe(planWords.zh.smallClaims[step.costs!.smallClaims!.code])
    expect(step.by).toMatchObject({ code: 'decide', startsFrom: 'noticed', state: 'running' })
  })

  test('asks to rescind only while the ninety days of a mistake run', () => {
    const late: Situation = {
      ...claimed,
      sentAt: testNow - 100 * 86_400_000,
      noticedAt: testNow - 100 * 86_400_000,
    }
    const draft = (situation: Situation) =>
      said(situation).steps.find(({ text }) => text?.code === 'claim_draft')?.text?.text
    expect(draft(claimed)).toContain('请求撤销')
    expect(draft(late)).toBeDefined()
    expect(draft(late)).not.toContain('请求撤销')
  })

  test('states in its texts no moment that was said roughly', () => {
    const plan = sayPlan(
      { situation: claimed, contradictions: [], stated: { ...claimed, sentAt: null } },
      testNow,
      'zh',
    )
    const text = plan.steps.find(({ code }) => code === 'ask_in_writing')!.text!
    expect(text.blanks).toContain('【发出时间】')
    expect(plan.clocks.find(({ code }) => code === 'mistake')?.startsAt).toBe(toIso(testNow))
  })

  test('names a number that its owner does not confirm as one not to call', () => {
    const numbers = said(claimed).steps.flatMap(({ hotlines }) => hotlines)
    expect(numbers).toContainEqual(expect.objectContaining({ number: '95017', toCall: false }))
    const fraud = said({ ...nothingKnown, cause: 'deceived' }).steps.flatMap(({ hotlines }) => hotlines)
    expect(fraud).toContainEqual(expect.objectContaining({ number: '110', toCall: true }))
  })
})
