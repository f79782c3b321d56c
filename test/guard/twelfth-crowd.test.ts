/** The twelfth crowd by itself, before anything of it is judged: sound, large enough, and the same every time. */

import { expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { twelfthOf, twelfthSeed } from './twelfth-crowd.ts'
import { moment, slipKinds } from './twelfth-world.ts'

const summer = twelfthOf(twelfthSeed)
const { day, slips } = summer

test('the twelfth crowd sends thousands of times as it should, and 100 to 160 times as it should not', () => {
  expect(dayProblem(day)).toBeUndefined()
  const ordinary = day.sends.length - slips.size
  expect(ordinary).toBeGreaterThanOrEqual(3_000)
  expect(ordinary).toBeLessThanOrEqual(5_000)
  expect(day.sends.filter(({ mistake }) => mistake)).toHaveLength(slips.size)
  expect(slips.size).toBeGreaterThanOrEqual(100)
  expect(slips.size).toBeLessThanOrEqual(160)
  const senders = new Set(day.sends.map(({ from }) => from))
  expect(senders.size).toBeGreaterThanOrEqual(40)
  expect(senders.size).toBeLessThanOrEqual(60)
})

test('slips of every kind come from the fourth week on, each with a reason', () => {
  expect(new Set([...slips.values()].map(({ kind }) => kind))).toEqual(new Set(slipKinds))
  expect([...slips.values()].every(({ why }) => why !== '')).toBe(true)
  const wrong = day.sends.filter(({ id }) => slips.has(id))
  expect(wrong.every(({ at }) => at >= moment(21, 0))).toBe(true)
})

test('the same seed gives the same twelfth crowd', () => {
  const again = twelfthOf(twelfthSeed)
  expect(again.day).toEqual(day)
  expect(again.slips).toEqual(slips)
})
