/** The chance by which people act: a stream of its own, so that the service's draws never change what people do. */

import { idFromBytes, type IdKind } from '@laisee/core/ids.ts'
import { seededRandom, type Random } from '@laisee/core/random.ts'

export class Dice {
  readonly #random: Random

  constructor(seed: string) {
    this.#random = seededRandom(seed)
  }

  /** A whole number from 0 up to, not including, `most`. */
  below(most: number): number {
    return Number(this.#random.below(BigInt(most)))
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True so many times in a hundred. */
  percent(times: number): boolean {
    return this.below(100) < times
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('there is nothing to pick from')
    return from[this.below(from.length)]!
  }

  /** One of these names, each as likely as its weight. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const entries = Object.entries(weights) as [Name, number][]
    let left = this.below(entries.reduce((sum, [, weight]) => sum + weight, 0))
    return entries.find(([, weight]) => (left -= weight) < 0)![0]
  }

  shuffled<T>(list: readonly T[]): T[] {
    const cards = [...list]
    for (let i = cards.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[cards[i], cards[j]] = [cards[j]!, cards[i]!]
    }
    return cards
  }

  /** A well-formed id of something there is not. */
  strangeId(kind: IdKind): string {
    return idFromBytes(kind, this.#random.bytes(16))
  }
}
