import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import { anySituation, testNow } from '@laisee/core/advisor/testing/situations.ts'
import { sayPlan } from '@laisee/core/words/advisor/say-plan.ts'
import { AdviceSchema } from './advice.schemas.ts'
import { SituationSchema } from './situation.schemas.ts'

test('every plan there can be has the shape that the API promises', () => {
  fc.assert(
    fc.property(anySituation, fc.constantFrom('zh' as const, 'en' as const), (situation, lang) => {
      const plan: unknown = JSON.parse(
        JSON.stringify(sayPlan({ situation, contradictions: [] }, testNow, lang)),
      )
      expect(Value.Errors(AdviceSchema, plan).slice(0, 1)).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('what the shape of a situation lets in, the advisor reads, but for what one field says of another', () => {
  const told = {
    platform: 'unknown',
    product: null,
    phase: 'partly_claimed',
    sentAt: '2026-10-23T09:00:00.5+08:00',
    noticedAt: 'unknown',
    amount: 0,
    claimedAmount: Number.MAX_SAFE_INTEGER,
    evidence: ['chat', 'chat'],
    province: 'outside',
    ledger: 'unknown',
  }
  expect(Value.Check(SituationSchema, { ...told, lang: 'en' })).toBe(true)
  expect(readSituation(told, testNow)).toHaveProperty('situation')
})
