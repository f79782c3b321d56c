import { expect, test } from 'vitest'
import { saysOf, trackOf } from './says.ts'

const asked = {
  kind: 'asked' as const,
  state: 'asked' as const,
  open: true,
  askedAt: '2026-11-22T03:00:00Z',
  deliveredAt: null,
  readAt: null,
  returnedAt: null,
  endedAt: null,
  dueAt: '2026-11-29T16:00:00Z',
}
const keys = (more: Partial<Parameters<typeof trackOf>[0]>) =>
  trackOf({ ...asked, ...more }).map(({ key, isToCome }) => (isToCome ? `${key}?` : key))

test('each of the two hears of their own side, and of a part that the rest was not given in time', () => {
  expect(saysOf(asked, true)).toBe('askedMine')
  expect(saysOf(asked, false)).toBe('asked')
  expect(saysOf({ state: 'part_returned', open: true }, true)).toBe('part_returned')
  expect(saysOf({ state: 'part_returned', open: false }, false)).toBe('part_returnedOver')
  expect(saysOf({ state: 'declined', open: false }, true)).toBe('declinedMine')
})

test('what happened stands in order, and the last day to answer while it is to come', () => {
  const read = { deliveredAt: '2026-11-22T04:00:00Z', readAt: '2026-11-22T04:01:00Z' }
  expect(keys({})).toEqual(['asked', 'due?'])
  expect(keys(read)).toEqual(['asked', 'delivered', 'read', 'due?'])
  const part = { ...read, state: 'part_returned' as const, returnedAt: '2026-11-22T05:00:00Z' }
  expect(keys(part)).toEqual(['asked', 'delivered', 'read', 'returned', 'due?'])
  const over = { open: false, endedAt: '2026-11-29T16:00:00Z' }
  expect(keys({ ...part, ...over })).toEqual(['asked', 'delivered', 'read', 'returned', 'due'])
  expect(keys({ ...read, ...over, state: 'no_answer' })).toEqual(['asked', 'delivered', 'read', 'no_answer'])
  expect(keys({ ...over, state: 'declined' })).toEqual(['asked', 'declined'])
})

test('what was given without being asked was never asked', () => {
  const offered = { kind: 'offered' as const, state: 'returned' as const, open: false, dueAt: null }
  expect(keys({ ...offered, returnedAt: asked.askedAt, endedAt: asked.askedAt })).toEqual(['returned'])
})
