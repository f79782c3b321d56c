/** The tenth crowd by itself, before anything of it is judged: sound, large enough, and the same every time. */

import { expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { tenthOf, tenthSeed } from './tenth-crowd.ts'
import { days, moment, slipKinds } from './tenth-world.ts'

const { day, slips, told } = tenthOf(tenthSeed)

test('the tenth crowd is sound, and sends thousands of times as it should', () => {
  expect(dayProblem(day)).toBeUndefined()
  const ordinary = day.sends.filter(({ id }) => !slips.has(id))
  expect(ordinary.length).toBeGreaterThanOrEqual(3_000)
  expect(ordinary.length).toBeLessThanOrEqual(5_000)
  const senders = new Set(ordinary.map(({ from }) => from))
  expect(senders.size).toBeGreaterThanOrEqual(40)
  expect(senders.size).toBeLessThanOrEqual(60)
  expect(told.map(({ send }) => send.id)).toEqual(day.sends.map(({ id }) => id))
  const times = day.sends.map(({ at }) => at)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(moment(0, 0))
  expect(Math.max(...times)).toBeLessThan(moment(days + 7, 0))
})

test('it sends amiss in every way from the fourth week on, each time with a reason', () => {
  expect(slips.size).toBeGreaterThanOrEqual(100)
  expect(slips.size).toBeLessThanOrEqual(160)
  expect(new Set([...slips.values()].map(({ kind }) => kind))).toEqual(new Set(slipKinds))
  const amiss = day.sends.filter(({ id }) => slips.has(id))
  expect(amiss).toHaveLength(slips.size)
  expect(day.sends.filter(({ mistake }) => mistake)).toEqual(amiss)
  expect(amiss.every(({ at }) => at >= moment(21, 0))).toBe(true)
  expect([...slips.values()].every(({ why, meant }) => why !== '' && meant !== '')).toBe(true)
})

test('it is the same again for the same seed', () => {
  const again = tenthOf(tenthSeed)
  expect(again.day).toEqual(day)
  expect(again.slips).toEqual(slips)
  expect(again.screens.size).toBeGreaterThan(0)
})
