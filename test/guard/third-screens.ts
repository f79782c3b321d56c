/** What the screen sees of an ordinary hand of the third crowd: slow elders, quick young people, a typing corrected. */

import type { Chance } from '../../examples/days/chance.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'

export type Hand = 'slow' | 'even' | 'quick'

const dwell: Record<Hand, [number, number]> = {
  slow: [20_000, 180_000],
  even: [5_000, 60_000],
  quick: [1_800, 25_000],
}

/** One send in eight has its sum typed again, one in sixteen went to and fro, and one in twenty-five another payee. */
export function seenOf(chance: Chance, hand: Hand): ScreenFacts {
  const [least, most] = dwell[hand]
  const isInterrupted = chance.percent(4)
  return {
    chosenFrom: chance.pick(['chat', 'chat', 'chat', 'recent', 'recent', 'contacts', 'search']),
    dwellMs: isInterrupted ? chance.whole(180_000, 900_000) : chance.whole(least, most),
    amountEdits: chance.percent(12) ? chance.whole(1, hand === 'slow' ? 5 : 3) : 0,
    recipientChanges: chance.percent(4) ? 1 : 0,
    backAndForth: chance.percent(6) ? chance.whole(1, 3) : 0,
  }
}
