import { describe, expect, it } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { fifteenthOf, fifteenthSeed } from './fifteenth-crowd.ts'
import { moment } from './fifteenth-calendar.ts'
import { slipKinds } from './fifteenth-world.ts'

const winter = fifteenthOf(fifteenthSeed)
const { day, sends, slips, told, screens, hands } = winter

describe('the fifteenth crowd', () => {
  it('is a sound day of the size that was asked', () => {
    expect(dayProblem(day)).toBeUndefined()
    const ordinary = sends.length - slips.size
    expect(ordinary).toBeGreaterThanOrEqual(3_000)
    expect(ordinary).toBeLessThanOrEqual(5_000)
    const senders = new Set(sends.map(({ from }) => from).filter((id) => /^[nhtdups]\d/.test(id)))
    expect(senders.size).toBeGreaterThanOrEqual(40)
    expect(senders.size).toBeLessThanOrEqual(60)
    expect(told).toHaveLength(sends.length)
  })

  it('has slips of every kind from the fourth week on, each with a reason', () => {
    expect(slips.size).toBeGreaterThanOrEqual(100)
    expect(slips.size).toBeLessThanOrEqual(160)
    const found = new Map(sends.map((send) => [send.id, send]))
    for (const [id, slip] of slips) {
      expect(found.get(id)!.at).toBeGreaterThanOrEqual(moment(21, 0))
      expect(slip.why).not.toBe('')
    }
    expect(new Set([...slips.values()].map(({ kind }) => kind))).toEqual(new Set(slipKinds))
  })

  it('says nothing of the hand of those who have it switched off', () => {
    const off = [...hands].filter(([, { isOff }]) => isOff).map(([id]) => id)
    expect(off.length).toBeGreaterThan(0)
    expect(sends.some(({ id, from }) => off.includes(from) && screens.has(id))).toBe(false)
  })

  it('is the same again for the same seed', () => {
    const again = fifteenthOf(fifteenthSeed)
    expect(again.sends).toEqual(sends)
    expect(again.slips).toEqual(slips)
    expect(again.screens).toEqual(screens)
  })
})
