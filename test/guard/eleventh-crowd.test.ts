/** The eleventh crowd is whole and is the same each time. */

import { describe, expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { eleventhOf, eleventhSeed } from './eleventh-crowd.ts'
import { firstSlipDay } from './eleventh-slip.ts'
import { moment, slipKinds } from './eleventh-world.ts'

describe('the eleventh crowd', () => {
  const crowd = eleventhOf(eleventhSeed)
  const { day, slips, told } = crowd

  test('is a day that could be', () => {
    expect(dayProblem(day)).toBeUndefined()
    for (const { from, to, at, total } of day.sends) {
      expect(total > 0n && Number.isInteger(at)).toBe(true)
      expect(to.way === 'members' && to.ids.includes(from)).toBe(false)
    }
  })

  test('has so many senders, sends and slips', () => {
    const senders = new Set(day.sends.map(({ from }) => from)).size
    const ordinary = day.sends.length - slips.size
    expect([senders >= 40, senders <= 60]).toEqual([true, true])
    expect([ordinary >= 3_000, ordinary <= 5_000]).toEqual([true, true])
    expect([slips.size >= 100, slips.size <= 160]).toEqual([true, true])
    expect(told).toHaveLength(day.sends.length)
  })

  test('has slips of every kind from the fourth week on, each with a reason', () => {
    expect(new Set([...slips.values()].map(({ kind }) => kind))).toEqual(new Set(slipKinds))
    for (const { id, at } of day.sends)
      if (slips.has(id)) expect(at).toBeGreaterThanOrEqual(moment(firstSlipDay, 0))
    for (const { meant, why } of slips.values()) expect([meant, why]).not.toContain('')
    expect(day.sends.filter(({ id }) => slips.has(id))).toHaveLength(slips.size)
  })

  test('is the same again for the same seed', () => {
    const again = eleventhOf(eleventhSeed)
    expect(again.day).toEqual(day)
    expect(again.slips).toEqual(slips)
    expect(again.screens).toEqual(crowd.screens)
  })
})
