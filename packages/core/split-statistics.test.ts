import { describe, expect, test } from 'vitest'
import { seededRandom } from './random.ts'
import { splitAll } from './split.ts'

describe('over many lucky packets', () => {
  const packets = 6_000
  const total = 10_000n
  const count = 10
  const dealt = Array.from({ length: packets }, (_, i) =>
    splitAll({ method: 'wechat', total, count, random: seededRandom(`statistics ${i}`) }),
  )

  test('one share in twenty falls exactly on the floor, as in real claims', () => {
    let onFloor = 0
    let draws = 0
    let expected = 0
    let variance = 0
    for (const shares of dealt) {
      let left = total
      for (const [index, share] of shares.slice(0, -1).entries()) {
        const sharesLeft = BigInt(count - index)
        const floor = left / (sharesLeft * 10n)
        const cap = (2n * left) / sharesLeft
        const room = left - sharesLeft + 1n
        // The draw lands on the floor or is raised to it: U ≤ floor, out of so many equally likely.
        const chance = Number(floor) / Number(cap < room ? cap : room)
        expected += chance
        variance += chance * (1 - chance)
        draws += 1
        if (share === floor) onFloor += 1
        left -= share
      }
    }
    expect(Math.abs(onFloor - expected)).toBeLessThan(4 * Math.sqrt(variance))
    expect(onFloor / draws).toBeGreaterThan(0.047)
    expect(onFloor / draws).toBeLessThan(0.053)
  })

  test('nobody gains by coming first or last: each place gets the mean', () => {
    let meanLeft = Number(total) / count
    for (let index = 0; index < count; index++) {
      const place = dealt.map((shares) => Number(shares[index]))
      const mean = place.reduce((sum, share) => sum + share, 0) / packets
      const deviation = Math.sqrt(place.reduce((sum, share) => sum + (share - mean) ** 2, 0) / packets)
      const sharesLeft = count - index
      // Raising a draw to a floor of a tenth adds a quarter of a percent; rounding, half a fen at most.
      const expected = sharesLeft === 1 ? meanLeft : meanLeft * 1.0025
      expect(Math.abs(mean - expected)).toBeLessThan((4 * deviation) / Math.sqrt(packets) + 0.5)
      expect(Math.abs(mean - 1_000)).toBeLessThan(50)
      meanLeft = (meanLeft * sharesLeft - expected) / Math.max(1, sharesLeft - 1)
    }
  })

  test('later places are the more daring ones, and the last two alike', () => {
    const varianceAt = (index: number) => {
      return dealt.reduce((sum, shares) => sum + (Number(shares[index]) - 1_000) ** 2, 0) / packets
    }
    // The uniform draw's own variance, m² ÷ 3, is about 333,000 here.
    expect(Math.abs(varianceAt(0) / 333_333 - 1)).toBeLessThan(0.05)
    expect(varianceAt(5)).toBeGreaterThan(varianceAt(0))
    expect(varianceAt(8)).toBeGreaterThan(1.3 * varianceAt(5))
    expect(Math.abs(varianceAt(9) / varianceAt(8) - 1)).toBeLessThan(0.1)
  })
})
