import { describe, expect, test } from 'vitest'
import { fields, nothingKnown, phases } from '@laisee/core/advisor/situation.ts'
import { questionsOf } from '@laisee/core/advisor/questions.ts'
import { sayAnswer } from '@laisee/core/words/advisor/say-plan.ts'
import { choicesOf, momentOf, readTyped, roughAges } from './choices.ts'

const now = Date.parse('2026-10-23T12:00:00Z')

describe('the answers a question takes', () => {
  test('every question that may be put has answers, each in words', () => {
    const typed = ['amount', 'sentAt', 'noticedAt']
    for (const { field } of questionsOf(nothingKnown, now)) {
      const choices = choicesOf(field, nothingKnown)
      expect(choices.length > 0, field).toBe(!typed.includes(field))
      for (const choice of choices)
        for (const language of ['zh', 'en'] as const) expect(sayAnswer(field, choice, language)).not.toBe('')
    }
    expect(fields.flatMap((field) => choicesOf(field, nothingKnown)).length).toBeGreaterThan(60)
  })

  test('only Laisee has a window in which to undo', () => {
    expect(choicesOf('phase', { platform: 'laisee' })).toEqual(phases)
    expect(choicesOf('phase', { platform: 'wechat' })).not.toContain('undo')
  })

  test('a moment said roughly lies behind, the nearest first', () => {
    const moments = roughAges.map((age) => momentOf(age, now))
    expect(moments[0]).toBe(now)
    expect([...moments].sort((a, b) => b - a)).toEqual(moments)
  })

  test.each([
    ['2026-02-17 20:08+08:00', Date.parse('2026-02-17T12:08:00Z')],
    [' 2026-02-17T20:08:09Z ', Date.parse('2026-02-17T20:08:09Z')],
    ['2026-02-17 20:08', new Date(2026, 1, 17, 20, 8).getTime()],
    ['2026-02-30 20:08', undefined],
    ['2026-02-17 25:08', undefined],
    ['昨天', undefined],
    ['', undefined],
  ])('%j is read as %s', (text, at) => {
    expect(readTyped(text)).toBe(at)
  })
})
