/** The autumn of a county town holds together, and its clerk stops few of the sends that were meant. */

import { beforeAll, describe, expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { lookAt } from './eighth-clerk.ts'
import { eighthOf, eighthSeed, type Autumn } from './eighth-crowd.ts'
import { moment, slipKinds } from './eighth-world.ts'
import { lookAt as lookAtForSeventh } from './seventh-clerk.ts'
import { measureMarked } from './two-clerks.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')

describe('the autumn of a county town', () => {
  let autumn: Autumn
  beforeAll(() => {
    autumn = eighthOf(eighthSeed)
  })

  test('is a day that can be played, with as many people and sends as it says', () => {
    expect(dayProblem(autumn.day)).toBeUndefined()
    const senders = new Set(autumn.sends.map(({ from }) => from))
    expect(senders.size).toBeGreaterThanOrEqual(45)
    expect(senders.size).toBeLessThanOrEqual(60)
    const ordinary = autumn.sends.length - autumn.slips.size
    expect(ordinary).toBeGreaterThanOrEqual(4_000)
    expect(ordinary).toBeLessThanOrEqual(6_000)
  })

  test('has mis-sends of every kind from the fourth week on, each with a reason', () => {
    expect(autumn.slips.size).toBeGreaterThanOrEqual(130)
    expect(autumn.slips.size).toBeLessThanOrEqual(170)
    const slips = [...autumn.slips.values()]
    expect(new Set(slips.map(({ kind }) => kind))).toEqual(new Set(slipKinds))
    expect(slips.filter(({ why }) => why === '')).toEqual([])
    for (const { id, at, mistake } of autumn.sends) {
      expect(mistake !== null).toBe(autumn.slips.has(id))
      if (mistake !== null) expect(at).toBeGreaterThanOrEqual(moment(21, 0))
    }
  })

  test('is the same again for the same seed', () => {
    const again = eighthOf(eighthSeed)
    expect(again.sends).toEqual(autumn.sends)
    expect([...again.slips]).toEqual([...autumn.slips])
    expect([...again.screens]).toEqual([...autumn.screens])
  })

  test('asks its clerk about at most two in a hundred of what was meant', () => {
    const meant = autumn.told.filter(({ send }) => !autumn.slips.has(send.id))
    const stopped = meant.filter(({ facts }) => lookAt(facts).visible)
    expect(stopped.length).toBeLessThanOrEqual(meant.length / 50)
  })

  longTest('is asked as often as the page says of the rules as they are', async () => {
    await expect(measureMarked(autumn, lookAtForSeventh)).toMatchFileSnapshot('eighth-again.txt')
  })
})
