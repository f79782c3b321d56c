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

test('without a limit nothing is said', () => {
  expect(nearest([limit('month', null, 100), limit('share', null, null)], 600n)).toBeUndefined()
  expect(nearest([], 600n)).toBeUndefined()
})

test('what is left is said however little of it is used, and before anything is typed', () => {
  expect(nearest([limit('day', 1_000, 0)], undefined)).toMatchObject({
    kind: 'day',
    left: 1_000,
    isOver: false,
  })
  expect(nearest([limit('day', 1_000, 200)], 600n)).toMatchObject({ kind: 'day', left: 800, isOver: false })
})

test('more than is left is said to be more', () => {
  expect(nearest([limit('day', 1_000, 900)], 101n)).toMatchObject({ isOver: true })
  expect(nearest([limit('day', 1_000, 900)], 100n)).toMatchObject({ isOver: false })
  expect(nearest([limit('day', 100, 900)], 1n)).toMatchObject({ kind: 'day', left: 0, isOver: true })
})

test('of all limits the one that leaves least is said', () => {
  const both = [limit('day', 1_000, 900), limit('month', 5_000, 4_950)]
  expect(nearest(both, 10n)).toMatchObject({ kind: 'month', left: 50 })
  expect(nearest([...both, limit('send', 40, null)], 10n)).toMatchObject({ kind: 'send', left: 40 })
})

test('a limit on a share counts once for each share', () => {
  const share = [limit('share', 20, null), limit('send', 90, null)]
  expect(nearest(share, 60n, 3)).toMatchObject({ kind: 'share', left: 60, max: 20, isOver: false })
  expect(nearest(share, 61n, 3)).toMatchObject({ kind: 'share', isOver: true })
  expect(nearest(share, 91n, 5)).toMatchObject({ kind: 'send', isOver: true })
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
