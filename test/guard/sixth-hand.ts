/** What the screen sees of the hands of the sixth crowd; a few have it switched off. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { ChosenFrom, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs } from '../../packages/core/instant.ts'
import type { SixthWorld } from './sixth-world.ts'

const switchedOff = new Set(['m8', 't8', 'y10', 'u7', 's2'])
const quick = new Set('m5 m7 m12 t2 t5 t7 s5 s10 u1 u2 u3 u4 u9 u10'.split(' '))
const slow = new Set('y1 y2 y3 y4 y5 y6 y7 y8 y9 y11 m3 s8 t1'.split(' '))

/** The screens of all that was meant, in the order it was sent. */
export function withHands(world: SixthWorld): void {
  const last = new Map<string, number>()
  for (const send of world.sends.toSorted((a, b) => a.at - b.at)) {
    const pair = `${send.from} ${targetOf(send)}`
    withHand(world, send, send.at - (last.get(pair) ?? -Infinity))
    last.set(pair, send.at)
  }
}

/** The screen of one send, when its sender last paid the same so long ago. */
export function withHand(world: SixthWorld, send: Send, sinceMs: number): void {
  const { chance, screens, quarters } = world
  if (switchedOff.has(send.from) || quarters.get(send.from) === 'payee') return
  const pace = quick.has(send.from) ? [800, 12_000] : slow.has(send.from) ? [9_000, 150_000] : [2_500, 45_000]
  const doubts = slow.has(send.from) ? 26 : quick.has(send.from) ? 9 : 15
  const hand: ScreenFacts = {
    chosenFrom: placeOf(world, send, sinceMs),
    // Some are called away over the open screen.
    dwellMs: chance.percent(5) ? chance.whole(120_000, 1_500_000) : chance.whole(pace[0]!, pace[1]!),
    amountEdits: chance.percent(doubts) ? chance.whole(1, 3) : 0,
    recipientChanges: chance.percent(6) ? chance.whole(1, 2) : 0,
    backAndForth: chance.percent(doubts) ? chance.whole(1, 3) : 0,
  }
  screens.set(send.id, hand)
}

function placeOf({ chance, contacts }: SixthWorld, send: Send, sinceMs: number): ChosenFrom {
  const one = recipientOf(send.to)
  const place = chance.whole(1, 100)
  if (one === undefined) return place <= 90 ? 'chat' : 'recent'
  if (sinceMs < 6 * dayMs) return place <= 58 ? 'chat' : place <= 88 ? 'recent' : 'contacts'
  if (contacts.get(send.from)?.has(one))
    return place <= 50 ? 'chat' : place <= 60 ? 'recent' : place <= 82 ? 'contacts' : 'search'
  return place <= 55 ? 'chat' : place <= 75 ? 'group' : place <= 93 ? 'search' : 'recent'
}

/** The person, or the group, that a send is to. */
export function targetOf({ to }: Send): string {
  return recipientOf(to) ?? (to.way === 'group' ? to.id : '')
}
