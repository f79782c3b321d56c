import { describe, expect, it } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { cast } from './fourteenth-cast.ts'
import { fourteenthOf, fourteenthSeed } from './fourteenth-crowd.ts'
import { moment, slipKinds } from './fourteenth-world.ts'

const crowd = fourteenthOf(fourteenthSeed)

describe('the fourteenth crowd', () => {
  it('is a sound day', () => {
    expect(dayProblem(crowd.day)).toBeUndefined()
    expect(crowd.told).toHaveLength(crowd.sends.length)
  })

  it('has its senders and its sends', () => {
    const own = crowd.sends.filter(({ id }) => !crowd.slips.has(id))
    const senders = new Set(own.map(({ from }) => from))
    expect(own.length).toBeGreaterThanOrEqual(3_000)
    expect(own.length).toBeLessThanOrEqual(5_000)
    expect(cast.length).toBeGreaterThanOrEqual(40)
    expect(cast.length).toBeLessThanOrEqual(60)
    for (const { id } of cast) expect(senders).toContain(id)
  })

  it('has mis-sends of every kind from the fourth week on, each with a reason', () => {
    const slips = [...crowd.slips.values()]
    expect(slips.length).toBeGreaterThanOrEqual(100)
    expect(slips.length).toBeLessThanOrEqual(160)
    expect(new Set(slips.map(({ kind }) => kind))).toEqual(new Set(slipKinds))
    for (const { why, meant } of slips) expect([why, meant]).not.toContain('')
    for (const { id, at } of crowd.sends)
      if (crowd.slips.has(id)) expect(at).toBeGreaterThanOrEqual(moment(21, 0))
  })

  it('is the same again for the same seed', () => {
    const again = fourteenthOf(fourteenthSeed)
    expect(again.sends).toEqual(crowd.sends)
    expect(again.slips).toEqual(crowd.slips)
  })
})
