import { expect, test } from 'vitest'
import type { Limit } from './limits-data.ts'
import { effectOf, nearest } from './near-limit.ts'

const limit = (kind: Limit['kind'], max: number | null, counted: number | null): Limit => ({
  kind,
  max,
  layer: max === null ? null : 'own',
  counted,
  left: max === null || counted === null ? null : Math.max(0, max - counted),
  renewsAt: null,
  age: null,
  operator: null,
  own: max,
  ownNext: null,
})

test('far from every limit nothing is said', () => {
  expect(nearest([limit('day', 1_000, 100), limit('month', null, 100)], 600n)).toBeUndefined()
  expect(nearest([], 600n)).toBeUndefined()
})

test('from four fifths on it is said what is left', () => {
  expect(nearest([limit('day', 1_000, 200)], 600n)).toEqual({ kind: 'day', left: 800, isOver: false })
  expect(nearest([limit('day', 1_000, 900)], undefined)).toEqual({ kind: 'day', left: 100, isOver: false })
})

test('more than is left is said to be more', () => {
  expect(nearest([limit('day', 1_000, 900)], 101n)).toMatchObject({ isOver: true })
  expect(nearest([limit('day', 1_000, 900)], 100n)).toMatchObject({ isOver: false })
  expect(nearest([limit('day', 100, 900)], 1n)).toEqual({ kind: 'day', left: 0, isOver: true })
})

test('of two limits the one that leaves less is said', () => {
  expect(nearest([limit('day', 1_000, 900), limit('month', 5_000, 4_950)], 10n)).toMatchObject({
    kind: 'month',
  })
})

test('limits on a share or a send say nothing about the day', () => {
  expect(nearest([limit('share', 10, null), limit('send', 10, null)], 100n)).toBeUndefined()
})

test('a lower limit holds at once, a higher one a day later, and none is the highest', () => {
  const own = { own: 500, ownNext: null }
  expect(effectOf(own, 499)).toBe('now')
  expect(effectOf(own, 501)).toBe('later')
  expect(effectOf(own, null)).toBe('later')
  expect(effectOf(own, 500)).toBe('same')
  expect(effectOf({ own: null, ownNext: null }, 500)).toBe('now')
  expect(effectOf({ own: null, ownNext: null }, null)).toBe('same')
})

test('to keep a limit whose raise waits ends the wait', () => {
  expect(effectOf({ own: 500, ownNext: { max: 900, at: '2026-11-23T08:00:00.000Z' } }, 500)).toBe('now')
})
