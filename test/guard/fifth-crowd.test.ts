/**
 * The fifth crowd by itself, before anything of it is judged: it is sound, large enough, and the same every
 * time.
 */

import { expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { lookAt } from './fifth-clerk.ts'
import { fifthOf, fifthSeed } from './fifth-crowd.ts'
import { measureFifth } from './fifth-measure.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')

const spring = fifthOf(fifthSeed)
const { day, slips, told } = spring

test('the fifth crowd sends thousands of times as it should, and 130 to 170 times as it should not', () => {
  expect(dayProblem(day)).toBeUndefined()
  const ordinary = day.sends.filter(({ id }) => !slips.has(id))
  expect(ordinary.length).toBeGreaterThanOrEqual(4_000)
  expect(ordinary.length).toBeLessThanOrEqual(6_000)
  expect(day.sends.filter(({ mistake }) => mistake)).toHaveLength(slips.size)
  expect(slips.size).toBeGreaterThanOrEqual(130)
  expect(slips.size).toBeLessThanOrEqual(170)
  const senders = new Set(day.sends.map(({ from }) => from))
  expect(senders.size).toBeGreaterThanOrEqual(40)
  expect(senders.size).toBeLessThanOrEqual(60)
})

test('every mis-send is marked with a reason, by a clerk who stops at most 3 in 100 of the rest', () => {
  expect([...slips.values()].every(({ why }) => why !== '')).toBe(true)
  const ordinary = told.filter(({ send }) => !slips.has(send.id))
  const stopped = ordinary.filter(({ facts }) => lookAt(facts).visible)
  expect(stopped.length * 100).toBeLessThanOrEqual(ordinary.length * 3)
})

longTest(
  'the fifth crowd is the same again, and is asked as often as the page says of the rules as they are',
  async () => {
    const again = fifthOf(fifthSeed)
    expect(again.day).toEqual(day)
    expect(again.slips).toEqual(slips)
    await expect(measureFifth()).toMatchFileSnapshot('fifth-again.txt')
  },
  60_000,
)
