/** One send of the fourteenth crowd that was meant, with the hand that made it. */

import type { Chance } from '../../examples/days/chance.ts'
import type { Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { cast, switchedOff } from './fourteenth-cast.ts'
import type { FourteenthWorld } from './fourteenth-world.ts'

export interface Ask {
  words?: string
  /** How many of a hundred would write them; the sender's own way where it is not said. */
  wordy?: number
  packet?: boolean
  count?: number
  /** In a group, for this one of it. */
  one?: string
}

/** What packets say where nobody thinks of anything. */
export const blessing = '恭喜发财，大吉大利'

/** A send to a person or, by its id, to a group. */
export function pay(
  world: FourteenthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const { chance, groups, sends, joins, screens } = world
  const when = at + chance.whole(0, 59) * secondMs
  const group = groups.find(({ id }) => id === to)
  const late = new Set(joins.filter((one) => one.groupId === to && one.at > when).map(({ id }) => id))
  const there = (group?.members ?? []).filter((id) => id !== from && !late.has(id))
  const isForOne = ask.one !== undefined
  const isPacket = fen <= 20_000 && (ask.packet ?? chance.percent(6))
  const count = group && !isForOne ? Math.max(1, Math.min(ask.count ?? 6, there.length)) : 1
  const kind = !group ? (isPacket ? 'direct' : 'transfer') : groupKind(chance, isForOne)
  const openers = ask.one ? [ask.one] : group ? chance.some(there, count) : isPacket ? [to] : []
  const isWordy = chance.percent(ask.wordy ?? world.wordy.get(from) ?? 30)
  world.laid += 1
  const send: Send = {
    id: `w${world.laid}`,
    at: when,
    from,
    to: group ? { way: 'group', id: to, ...(ask.one && { one: ask.one }) } : { way: 'members', ids: [to] },
    kind,
    total: BigInt(fen),
    count,
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: isWordy ? (ask.words ?? '') : kind === 'transfer' ? '' : chance.percent(75) ? blessing : '',
    expireAfterS: null,
    delayS: null,
    claims: openers.map((by) => ({ by, afterMs: chance.whole(4, 3_000) * secondMs })),
    steps: [],
    mistake: null,
  }
  sends.push(send)
  const hand = handOf(chance, from, group !== undefined)
  if (hand) screens.set(send.id, hand)
  return send
}

function groupKind(chance: Chance, isForOne: boolean): 'lucky' | 'equal' | 'exclusive' {
  return isForOne ? 'exclusive' : chance.percent(84) ? 'lucky' : 'equal'
}

const paces = { quick: [1_500, 11_000], sure: [3_000, 30_000], slow: [12_000, 120_000] } as const
const doubts = { quick: 9, sure: 7, slow: 25 } as const

/** Most are sure; the old go back and forth more; a few let nothing be seen. */
function handOf(chance: Chance, from: string, isGroup: boolean): ScreenFacts | null {
  const hand = cast.find(({ id }) => id === from)?.hand ?? 'sure'
  const place = chance.whole(1, 100)
  // Somebody called, or the bus came: the screen stayed open.
  const isLeft = chance.percent(3)
  const [least, most] = paces[hand]
  const dwellMs = isLeft ? chance.whole(100_000, 900_000) : chance.whole(least, most)
  const amountEdits = chance.percent(doubts[hand]) ? chance.whole(1, 3) : 0
  const recipientChanges = chance.percent(hand === 'slow' ? 8 : 3) ? 1 : 0
  const backAndForth = chance.percent(doubts[hand]) ? chance.whole(1, 2) : 0
  if (switchedOff.has(from)) return null
  const toOne = place <= 52 ? 'chat' : place <= 74 ? 'recent' : place <= 84 ? 'contacts' : 'search'
  const chosenFrom = isGroup ? (place <= 88 ? 'chat' : 'recent') : place > 96 ? 'group' : toOne
  return { chosenFrom, dwellMs, amountEdits, recipientChanges, backAndForth }
}

/** A sum between two, in yuan; low ones come more often, and most are whole. In fen. */
export function bill(chance: Chance, least: number, most: number): number {
  const span = (most - least) * 100
  const fen = least * 100 + Math.min(chance.whole(0, span), chance.whole(0, span))
  const end = chance.whole(1, 100)
  if (fen >= 100_000) return Math.round(fen / (end <= 70 ? 10_000 : 1_000)) * (end <= 70 ? 10_000 : 1_000)
  if (fen >= 20_000 && end <= 55) return Math.round(fen / 1_000) * 1_000
  if (end <= 62) return Math.max(100, Math.round(fen / 100) * 100)
  return end <= 88 ? Math.max(10, Math.round(fen / 10) * 10) : fen
}

/** So many minutes after, but not while people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 7 ? then + 7 * hourMs : then
}
