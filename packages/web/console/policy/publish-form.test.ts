import { expect, test } from 'vitest'
import { publishAheadMaxMs } from '@laisee/core/policy-change.ts'
import { publishAsk } from './publish-form.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const later = (ms: number) => publishAsk({ when: 'later', at: new Date(now + ms).toISOString() }, now)

test('a version is published to hold at once, whatever moment was typed before', () => {
  expect(publishAsk({ when: 'now', at: 'nonsense' }, now)).toEqual({})
})

test('or from a moment to come, in the next 90 days', () => {
  expect(later(60_000)).toEqual({ effectiveAt: '2026-11-22T10:01:00.000Z' })
  expect(later(publishAheadMaxMs)).toBeDefined()
  expect(later(publishAheadMaxMs + 1)).toBeUndefined()
  expect(later(0)).toBeUndefined()
  expect(publishAsk({ when: 'later', at: '' }, now)).toBeUndefined()
})
