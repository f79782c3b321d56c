/** The seventh crowd is what it says: a sound day, enough of it, the same again, and a clerk who seldom stops anybody. */

import { describe, expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { lookAt as lookAtForFifth } from './fifth-clerk.ts'
import { lookAt } from './seventh-clerk.ts'
import { seventhOf, seventhSeed } from './seventh-crowd.ts'
import { dayOf } from './seventh-world.ts'
import { measureMarked } from './two-clerks.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')

const coast = seventhOf(seventhSeed)
const meant = coast.told.filter(({ send }) => !coast.slips.has(send.id))

describe('the seventh crowd', () => {
  test('is a sound day of enough people and sends', () => {
    expect(dayProblem(coast.day)).toBeUndefined()
    const senders = new Set(coast.day.sends.map(({ from }) => from))
    expect(senders.size).toBeGreaterThanOrEqual(45)
    expect(senders.size).toBeLessThanOrEqual(60)
    expect(meant.length).toBeGreaterThanOrEqual(4_000)
    expect(meant.length).toBeLessThanOrEqual(6_000)
    expect(coast.slips.size).toBeGreaterThanOrEqual(130)
    expect(coast.slips.size).toBeLessThanOrEqual(170)
  })

  test('goes wrong from the fourth week on, and every slip is marked with a reason', () => {
    const wrong = coast.told.filter(({ send }) => coast.slips.has(send.id))
    expect(wrong).toHaveLength(coast.slips.size)
    for (const { send } of wrong) {
      expect(dayOf(send.at)).toBeGreaterThanOrEqual(21)
      expect(coast.slips.get(send.id)!.why).not.toBe('')
    }
  })

  test('is the same again for the same seed', () => {
    const again = seventhOf(seventhSeed)
    expect(again.day).toEqual(coast.day)
    expect(again.slips).toEqual(coast.slips)
  })

  test('is stopped by the clerk in at most two of a hundred ordinary sends', () => {
    const stopped = meant.filter(({ facts }) => lookAt(facts).visible)
    expect(stopped.length * 50).toBeLessThanOrEqual(meant.length)
  })

  longTest('is asked as often as the page says of the rules as they are', async () => {
    await expect(measureMarked(coast, lookAtForFifth)).toMatchFileSnapshot('seventh-again.txt')
  })
})
