import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourMs } from '../instant.ts'
import { answerQuestion, newInterview, nextQuestion, questionsMax, type Interview } from './interview.ts'
import { questionsOf } from './questions.ts'
import { fields, type Field, type Situation } from './situation.ts'
import { answers, testNow } from './testing/situations.ts'

const firstField = (known: Partial<Situation>) => Object.keys(known)[0] as Field

/** Ask to the end, with these answers; what is not among them is not known. */
function askAll(known: Partial<Situation>, from: Interview = newInterview) {
  let interview = from
  const asked: Field[] = []
  for (;;) {
    const field = nextQuestion(interview, testNow)
    if (field === null) return { asked, interview }
    asked.push(field)
    interview = answerQuestion(interview, field, known[field] ?? null, testNow).interview
    if (asked.length > 2 * fields.length) throw new Error(`it never ends: ${asked.join()}`)
  }
}

describe('an interview', () => {
  test('asks what happened, where, what, whether it was taken and when, then who has it', () => {
    const mistake = {
      cause: 'wrong_person',
      platform: 'wechat',
      product: 'transfer_now',
      phase: 'claimed',
      sentAt: testNow - hourMs,
    } as const
    const { asked } = askAll(mistake)
    expect(asked).toEqual(['cause', 'platform', 'product', 'phase', 'sentAt', 'relation'])
  })

  test('of somebody who was deceived asks little: the first step is the same whatever the rest is', () => {
    const { asked, interview } = askAll({ cause: 'deceived' })
    expect(asked[0]).toBe('cause')
    expect(asked).not.toContain('relation')
    expect(interview.situation.cause).toBe('deceived')
  })

  test('of somebody who knows nothing ends after six questions', () => {
    const { asked, interview } = askAll({})
    expect(asked).toHaveLength(questionsMax)
    expect(new Set(asked).size).toBe(questionsMax)
    expect(Object.values(interview.situation).every((value) => value === null)).toBe(true)
  })

  test('asks once more what cannot all be so, and then takes the answer as it is', () => {
    const packet = { platform: 'wechat', product: 'direct', amount: 500_000n } as const
    const begun: Interview = {
      ...newInterview,
      situation: { ...newInterview.situation, platform: 'wechat', product: 'direct' },
      asked: ['platform', 'product'],
    }
    const first = answerQuestion(begun, 'amount', 500_000n, testNow)
    expect(first.contradictions.map(({ id }) => id)).toEqual(['packet_too_large'])
    expect(first.interview.situation).toMatchObject({ platform: null, product: null, amount: null })
    expect(first.interview.again).toEqual(['platform', 'product', 'amount'])

    let { interview } = first
    for (const field of ['platform', 'product', 'amount'] as const) {
      expect(nextQuestion(interview, testNow)).toBe(field)
      interview = answerQuestion(interview, field, packet[field], testNow).interview
    }
    expect(interview.again).toEqual([])
    expect(interview.situation.amount).toBeNull()
  })

  test('asks nothing that would change nothing, nothing a third time, and always ends', () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 14 }), (said) => {
        const known = Object.assign({}, ...said) as Partial<Situation>
        const { asked } = askAll(known)
        for (const field of fields) expect(asked.filter((it) => it === field).length).toBeLessThanOrEqual(2)
        expect(new Set(asked).size).toBeLessThanOrEqual(questionsMax)
      }),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(answers, (known) => {
        const field = firstField(known)
        const interview = {
          ...newInterview,
          situation: { ...newInterview.situation, ...known },
          asked: [field],
        }
        const next = nextQuestion(interview, testNow)
        const worthAsking = questionsOf(interview.situation, testNow).map((question) => question.field)
        if (next === null) expect(worthAsking.filter((it) => it !== field)).toEqual([])
        else expect(worthAsking).toContain(next)
      }),
      { numRuns: 40 },
    )
  })
})
