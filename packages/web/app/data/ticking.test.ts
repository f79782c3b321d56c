import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ticking } from './ticking.ts'

beforeEach(() => void vi.useFakeTimers({ now: 10_400 }))
afterEach(() => void vi.useRealTimers())

test('everyone who shows a countdown is told of each second, however many there are', () => {
  const seconds = ticking(1_000, Date.now)
  const heard = [0, 0, 0]
  const ends = heard.map((_, i) => seconds.subscribe(() => void heard[i]!++))
  vi.advanceTimersByTime(3_000)
  expect(heard).toEqual([3, 3, 3])
  expect(seconds.now()).toBe(13_000)
  ends[0]!()
  vi.advanceTimersByTime(1_000)
  expect(heard).toEqual([3, 4, 4])
})

test('when nobody listens no timer runs, and whoever comes next sees the time as it is', () => {
  const seconds = ticking(1_000, Date.now)
  seconds.subscribe(() => undefined)()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(5_000)
  expect(seconds.now()).toBe(15_000)
})

test('a clock that was moved is told at once', () => {
  let now = 1_000
  const minutes = ticking(60_000, () => now)
  let heard = 0
  minutes.subscribe(() => void heard++)
  now += 3_600_000
  minutes.look()
  expect([heard, minutes.now()]).toEqual([1, 3_600_000])
})
