import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepWordsIn } from '../words/advisor/step-words.ts'
import { dontWords } from '../words/advisor/dont-words.ts'
import { advise } from './advise.ts'
import { contradictionsOf } from './contradictions.ts'
import { factsOf } from './facts.ts'
import { advisorKnowledge } from './knowledge/knowledge.ts'
import { refused } from './knowledge/refused.ts'
import { unsourced } from './knowledge/unsourced.ts'
import { risks, type Plan } from './plan.ts'
import { nothingKnown, type Field, type Situation } from './situation.ts'
import { answers, anySituation, testNow } from './testing/situations.ts'
import { stepIds, stepRuleOf, type StepId } from './steps/steps.ts'
import { composeText } from './texts/compose.ts'
import { textFactsOf } from './texts/text-facts.ts'
import { textIds } from './texts/text-ids.ts'

const adviseNow = (situation: Situation) => advise(situation, testNow)
const idsOf = (plan: Plan): StepId[] => plan.steps.map((step) => step.id)
const worstRisk = (plan: Plan) => Math.max(...plan.steps.map((step) => risks.indexOf(step.risk)))
const finds = (id: StepId) => stepRuleOf(id).finds !== undefined
const runs = { numRuns: 150 }

/** The situation with an answer added, where it was unknown and what is then said could be. */
function answered(situation: Situation, answer: Partial<Situation>): Situation | undefined {
  const field = Object.keys(answer)[0] as Field
  const next = { ...situation, ...answer }
  return situation[field] !== null || contradictionsOf(next, testNow).length > 0 ? undefined : next
}

describe('every plan', () => {
  test('rests each step on something, says what to expect and on what ground, and what ends it', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const plan = adviseNow(situation)
        for (const step of [...plan.steps, ...plan.dependent]) {
          expect(step.basis.length).toBeGreaterThan(0)
          expect(['rule', 'own_data', 'published_elsewhere', 'unknown']).toContain(step.effect.kind)
          expect(step.by.clock).toBeDefined()
        }
        expect(plan.steps.length).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  test('keeps the order of the steps, whatever is known', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const order = idsOf(adviseNow(situation)).map((id) => stepIds.indexOf(id))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
      runs,
    )
  })

  test('is the same when it is made again', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        expect(adviseNow(situation)).toEqual(adviseNow({ ...situation }))
      }),
      { numRuns: 50 },
    )
  })

  test('calls an honest mistake a fraud in no step, and takes no fraud for a mistake', () => {
    const police: StepId[] = [
      'stop_paying',
      'call_110',
      'ask_bank_and_platform_to_stop',
      'secure_the_account',
    ]
    const talking: StepId[] = [
      'call_once',
      'ask_in_writing',
      'ask_not_to_open',
      'remind_once',
      'demand_in_writing',
      'mediate',
    ]
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { nature } = factsOf(situation, testNow)
        const plan = adviseNow(situation)
        const all = [...plan.steps, ...plan.dependent].map((step) => step.id)
        if (nature !== null && nature !== 'deceived' && nature !== 'stolen')
          expect(all.filter((id) => police.includes(id))).toEqual([])
        if (nature === 'deceived' || nature === 'stolen')
          expect(all.filter((id) => talking.includes(id))).toEqual([])
      }),
      runs,
    )
  })
})

describe('what is not known', () => {
  test('takes no step out of a plan once it is known, but that of finding it out', () => {
    fc.assert(
      fc.property(anySituation, answers, (situation, answer) => {
        const next = answered(situation, answer)
        fc.pre(next !== undefined)
        const after = idsOf(adviseNow(next))
        expect(idsOf(adviseNow(situation)).filter((id) => !finds(id) && !after.includes(id))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('never makes a plan riskier than the safest of its branches', () => {
    fc.assert(
      fc.property(anySituation, answers, (situation, answer) => {
        const next = answered(situation, answer)
        fc.pre(next !== undefined)
        expect(worstRisk(adviseNow(situation))).toBeLessThanOrEqual(worstRisk(adviseNow(next)))
      }),
      runs,
    )
  })

  test('brings in only steps that were told to depend on it', () => {
    fc.assert(
      fc.property(anySituation, answers, (situation, answer) => {
        const next = answered(situation, answer)
        fc.pre(next !== undefined)
        const field = Object.keys(answer)[0] as Field
        const before = adviseNow(situation)
        const known = idsOf(before)
        for (const id of idsOf(adviseNow(next)).filter((it) => !known.includes(it)))
          expect(before.dependent.find((step) => step.id === id)?.needs).toContain(field)
      }),
      { numRuns: 300 },
    )
  })

  test('never makes a deadline later than it turns out to be', () => {
    fc.assert(
      fc.property(anySituation, answers, (situation, answer) => {
        const next = answered(situation, answer)
        fc.pre(next !== undefined)
        const after = adviseNow(next).clocks
        for (const clock of adviseNow(situation).clocks) {
          const later = after.find((it) => it.id === clock.id)
          if (clock.endsAt !== null && later?.endsAt != null && !('sentAt' in answer))
            expect(clock.endsAt).toBeLessThanOrEqual(later.endsAt)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('leaves ways open that the plan then takes', () => {
    fc.assert(
      fc.property(anySituation, answers, (situation, answer) => {
        const next = answered(situation, answer)
        fc.pre(next !== undefined)
        const before = adviseNow(situation)
        for (const way of adviseNow(next).mayBe) expect(before.mayBe).toContain(way)
        expect(before.branch === null).toBe(before.mayBe.length !== 1)
      }),
      { numRuns: 300 },
    )
  })
})

test('changing one fact changes only the steps and clocks that depend on it', () => {
  fc.assert(
    fc.property(anySituation, answers, (situation, answer) => {
      const next = { ...situation, ...answer }
      fc.pre(contradictionsOf(next, testNow).length === 0)
      const field = Object.keys(answer)[0] as Field
      const [before, after] = [adviseNow(situation), adviseNow(next)]
      for (const step of before.steps) {
        if (step.dependsOn.includes(field)) continue
        expect(after.steps.find((it) => it.id === step.id)).toEqual(step)
      }
      for (const step of after.steps)
        if (!before.steps.some((it) => it.id === step.id)) expect(step.dependsOn).toContain(field)
      for (const clock of before.clocks) {
        if (clock.dependsOn.includes(field)) continue
        expect(after.clocks.find((it) => it.id === clock.id)).toEqual(clock)
      }
    }),
    { numRuns: 300 },
  )
})

describe('what a plan can say', () => {
  const reading = testNow
  const everyWord = (['zh', 'en'] as const).flatMap((language) => [
    ...Object.values(stepWordsIn(language)).flatMap((words) => Object.values(words)),
    ...textIds.map((id) => composeText(id, textFactsOf(nothingKnown, reading), language).text),
  ])

  test('holds nothing that is refused', () => {
    const marks = Object.values(refused).flatMap((it): readonly string[] => it.marks)
    const held = marks.filter((mark) =>
      everyWord.some((words) => words.toLowerCase().includes(mark.toLowerCase())),
    )
    expect(marks.length).toBeGreaterThan(30)
    expect(held).toEqual([])
  })

  test('holds no figure that nobody can trace', () => {
    const figures = unsourced.flatMap((it) => it.figure.match(/[−+]?\d+(?:\.\d+)?%/g) ?? [])
    expect(figures.length).toBeGreaterThan(8)
    expect(everyWord.filter((words) => figures.some((figure) => words.includes(figure)))).toEqual([])
    expect(everyWord.filter((words) => words.includes('%'))).toEqual([])
  })

  test('warns in words against everything it names as refused', () => {
    const plan = adviseNow(nothingKnown)
    expect(plan.donts.length).toBeGreaterThan(10)
    for (const dont of plan.donts) expect(dontWords.zh[dont.id].why).not.toBe('')
  })
})

describe('own outcomes', () => {
  const situation: Situation = {
    ...nothingKnown,
    platform: 'wechat',
    product: 'direct',
    phase: 'unclaimed',
    cause: 'wrong_person',
    sentAt: testNow,
  }
  const effectWith = (n: number, succeeded: number) =>
    advise(situation, testNow, {
      ...advisorKnowledge,
      measured: [{ step: 'ask_not_to_open', n, succeeded, measuredOn: '2026-10-01' }],
    }).steps.find((step) => step.id === 'ask_not_to_open')?.effect

  test('are shown with n and an interval once there are enough of them', () => {
    const effect = effectWith(100, 50)
    expect(effect).toMatchObject({ kind: 'own_data', n: 100, succeeded: 50 })
    if (effect?.kind !== 'own_data') throw new Error('no own data')
    expect(effect.low).toBeCloseTo(0.404, 3)
    expect(effect.high).toBeCloseTo(0.596, 3)
  })

  test('are not shown while they are few, or cannot be', () => {
    expect(effectWith(29, 20)).toEqual({ kind: 'unknown' })
    expect(effectWith(100, 101)).toEqual({ kind: 'unknown' })
  })

  test('change no order', () => {
    const plain = idsOf(adviseNow(situation))
    const measured = idsOf(
      advise(situation, testNow, {
        ...advisorKnowledge,
        measured: plain.map((step) => ({ step, n: 1_000, succeeded: 1, measuredOn: '2026-10-01' })),
      }),
    )
    expect(measured).toEqual(plain)
  })
})

describe('questions', () => {
  test('are about what is unknown and would change the plan, the weightiest first', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { questions } = adviseNow(situation)
        for (const question of questions) expect(situation[question.field]).toBeNull()
        const weights = questions.map((question) => question.weight)
        expect(weights).toEqual([...weights].sort((a, b) => b - a))
        expect(weights.every((weight) => weight > 0)).toBe(true)
      }),
      runs,
    )
  })

  test('begin with what happened when nothing is known, and soon ask whether it was taken', () => {
    expect(adviseNow(nothingKnown).questions[0]?.field).toBe('cause')
    expect(adviseNow({ ...nothingKnown, cause: 'wrong_person' }).questions[0]?.field).toBe('phase')
  })

  test('each answer tells the first step it would lead to', () => {
    const [cause] = adviseNow(nothingKnown).questions
    const deceived = cause?.answers.find((answer) => answer.value === 'deceived')
    expect(deceived).toEqual({ value: 'deceived', branch: 'fraud', firstStep: 'stop_paying' })
  })
})
