/** The winter of a northern town holds together. */

import { beforeAll, describe, expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { lookAt as lookAtForEighth } from './eighth-clerk.ts'
import { lookAt } from './sixth-clerk.ts'
import { sixthOf, sixthSeed, type Winter } from './sixth-crowd.ts'
import { moment, slipKinds } from './sixth-world.ts'
import { measureMarked } from './two-clerks.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')

describe('the winter of a northern town', () => {
  let winter: Winter
  beforeAll(() => {
    winter = sixthOf(sixthSeed)
  })

  test('is a day that can be played, with as many people and sends as it says', () => {
    expect(dayProblem(winter.day)).toBeUndefined()
    const senders = new Set(winter.sends.map(({ from }) => from))
    expect(senders.size).toBeGreaterThanOrEqual(45)
    expect(senders.size).toBeLessThanOrEqual(75)
    const ordinary = winter.sends.length - winter.slips.size
    expect(ordinary).toBeGreaterThanOrEqual(4_000)
    expect(ordinary).toBeLessThanOrEqual(6_000)
  })

  test('has mis-sends of every kind from the fourth week on, each with a reason', () => {
    expect(winter.slips.size).toBeGreaterThanOrEqual(130)
    expect(winter.slips.size).toBeLessThanOrEqual(170)
    const slips = [...winter.slips.values()]
    expect(new Set(slips.map(({ kind }) => kind))).toEqual(new Set(slipKinds))
    expect(slips.filter(({ why }) => why === '')).toEqual([])
    for (const { id, at, mistake } of winter.sends) {
      expect(mistake !== null).toBe(winter.slips.has(id))
      if (mistake !== null) expect(at).toBeGreaterThanOrEqual(moment(21, 0))
    }
  })

  test('is the same again for the same seed', () => {
    const again = sixthOf(sixthSeed)
    expect(again.sends).toEqual(winter.sends)
    expect([...again.slips]).toEqual([...winter.slips])
    expect([...again.screens]).toEqual([...winter.screens])
  })

  test('has a clerk of its own who lets nearly all go that was meant, and sees some of what was not', () => {
    const looks = winter.told.map(({ send, facts }) => ({
      isMeant: !winter.slips.has(send.id),
      ...lookAt(facts),
    }))
    expect(looks.filter(({ why }) => why === '')).toEqual([])
    const meant = looks.filter(({ isMeant }) => isMeant)
    expect(meant.filter(({ visible }) => visible).length).toBeLessThanOrEqual(meant.length * 0.02)
    const seen = looks.filter(({ isMeant, visible }) => !isMeant && visible)
    expect(seen.length).toBeGreaterThanOrEqual(winter.slips.size / 4)
  })

  longTest('is asked as often as the page says of the rules as they are', async () => {
    await expect(measureMarked(winter, lookAtForEighth)).toMatchFileSnapshot('sixth-again.txt')
  })
})
