/** Draws that the made-up days are written with: whole numbers only, so that a seed gives the same day on any machine. */

import { seededRandom } from '../../packages/core/random.ts'

export interface Chance {
  /** From `min` to `max`, both included. */
  whole(min: number, max: number): number
  /** True in so many of a hundred cases. */
  percent(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different ones, in a drawn order. */
  some<T>(list: readonly T[], count: number): T[]
  /** Early far more often than late: the product of three draws, up to `max`. */
  early(max: number): number
}

/** Chance that a seed decides wholly. */
export function chanceOf(seed: string): Chance {
  const random = seededRandom(seed)
  const whole = (min: number, max: number) => min + Number(random.below(BigInt(max - min + 1)))
  return {
    whole,
    percent: (share) => whole(1, 100) <= share,
    pick: (list) => list[whole(0, list.length - 1)]!,
    some(list, count) {
      const left = [...list]
      return Array.from({ length: count }, () => left.splice(whole(0, left.length - 1), 1)[0]!)
    },
    early: (max) => Math.floor((whole(0, 1_000) * whole(0, 1_000) * whole(0, 1_000) * max) / 1_000_000_000),
  }
}
