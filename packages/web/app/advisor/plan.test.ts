/** What the plan's page works out for itself: changes and marked texts. */

import { expect, test } from 'vitest'
import { advise } from '@laisee/core/advisor/advise.ts'
import { nothingKnown, type Situation } from '@laisee/core/advisor/situation.ts'
import { excerptOf } from '../scam/excerpt.ts'
import { marked } from './marked.ts'
import { changeOf, isSame } from './plan-change.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const toBusiness: Situation = {
  ...nothingKnown,
  platform: 'wechat',
  product: 'transfer_now',
  phase: 'claimed',
  sentAt: now - 86_400_000,
  amount: 50_000n,
  cause: 'wrong_person',
  relation: 'business',
}
test('one changed fact tells the way and the steps that it changed, and the same plan tells nothing', () => {
  const before = advise(toBusiness, now)
  const after = advise({ ...toBusiness, cause: 'deceived' }, now)
  const change = changeOf(before, after)
  expect(change.way).toBe('fraud')
  expect(change.first).toBe(after.steps[0]!.id)
  expect(change.clocksCame).toContain('deceit')
  expect(change.clocksWent).toContain('mistake')
  expect(change.came.length + change.went.length).toBeGreaterThan(0)
  expect(change.came.every((id) => after.steps.some((step) => step.id === id))).toBe(true)
  expect(isSame(changeOf(before, before))).toBe(true)
})

test('a marked text is the same text, whatever the marks overlap', () => {
  const text = '不还钱就曝光你，今天必须还'
  const parts = marked(text, [
    { start: 0, end: 7, kind: 'threat' },
    { start: 4, end: 9, kind: 'pressure' },
    { start: 8, end: 99, kind: 'pressure' },
  ])
  expect(parts.map((part) => part.text).join('')).toBe(text)
  expect(parts.map(({ kind }) => kind)).toEqual(['threat', 'pressure', 'pressure'])
})

test('of a long text the part with its marks is shown, and the marks stay on their words', () => {
  const text = `${'a'.repeat(5_000)}验证码${'b'.repeat(5_000)}`
  const { text: shown, marks } = excerptOf(text, [{ start: 5_000, end: 5_003, kind: 'strong' }])
  expect(shown.length).toBeLessThan(500)
  expect(shown.slice(marks[0]!.start, marks[0]!.end)).toBe('验证码')
})
