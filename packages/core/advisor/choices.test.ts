import { describe, expect, test } from 'vitest'
import { sayAnswer } from '../words/advisor/say-plan.ts'
import { choicesOf, isListField } from './choices.ts'
import { questionsOf } from './questions.ts'
import { momentOf, roughAges } from './rough-age.ts'
import { fields, nothingKnown, phases, platforms } from './situation.ts'

const now = Date.parse('2026-10-23T12:00:00Z')

describe('the answers a question takes', () => {
  test('every question that may be put has answers, each in words, or is typed', () => {
    const typed = ['amount', 'sentAt', 'noticedAt']
    for (const { field } of questionsOf(nothingKnown, now)) {
      expect(isListField(field), field).toBe(!typed.includes(field))
    }
    const all = fields.filter(isListField).flatMap((field) => {
      const choices = choicesOf(field, nothingKnown)
      for (const choice of choices)
        for (const language of ['zh', 'en'] as const)
          expect(sayAnswer(field, choice, language), choice).not.toBe('')
      return choices
    })
    expect(all.length).toBeGreaterThan(60)
  })

  test('only Laisee has a window in which to undo', () => {
    for (const platform of [null, ...platforms])
      expect(choicesOf('phase', { platform })).toEqual(
        platform === null || platform === 'laisee' ? phases : phases.filter((phase) => phase !== 'undo'),
      )
  })

  test('a moment said roughly lies behind, the nearest first', () => {
    const moments = roughAges.map((age) => momentOf(age, now))
    expect(moments[0]).toBe(now)
    expect([...moments].sort((a, b) => b - a)).toEqual(moments)
  })
})
