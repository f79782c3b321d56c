/** One send of the tenth crowd that was meant, with the hand that made it, and what is sent again and again. */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { hourMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import type { TenthWorld } from './tenth-world.ts'

export interface Ask {
  packet?: boolean
  count?: number
  /** It gives back what had come. */
  isReturn?: boolean
}

/** A send to a person or, by its id, to a group; its words are one of a list with commas between. */
export function pay(
  world: TenthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  words = '',
  ask: Ask = {},
): Send {
  const { chance, groups, sends, joins, screens } = world
  const when = at + chance.whole(0, 59_999)
  const group = groups.find(({ id }) => id === to)
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(10))
  const way: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: [to] }
  const late = new Set(joins.filter((one) => one.groupId === to && one.at > when).map(({ id }) => id))
  const there = (group?.members ?? []).filter((id) => id !== from && !late.has(id))
  const count = group ? Math.min(ask.count ?? 6, there.length) : 1
  const openers = group ? chance.some(there, count) : isPacket ? [to] : []
  const kind = group ? (chance.percent(85) ? 'lucky' : 'equal') : isPacket ? 'direct' : 'transfer'
  const isWordy = chance.percent(group ? 80 : (world.wordy.get(from) ?? 50))
  world.laid += 1
  const send: Send = {
    id: `t${world.laid}`,
    at: when,
    from,
    to: way,
    kind,
    total: BigInt(fen),
    count,
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: isWordy ? chance.pick(words.split(',')) : '',
    expireAfterS: null,
    delayS: null,
    claims: openers.map((by) => ({ by, afterMs: chance.whole(4, 3_000) * secondMs })),
    steps: [],
    mistake: null,
  }
  sends.push(send)
  if (ask.isReturn === true) world.returns.add(send.id)
  const seen = seenOf(world, from, group !== undefined)
  if (seen) screens.set(send.id, seen)
  return send
}

const habitsOfHand = {
  quick: { pace: [1_200, 8_000], doubts: 9, turns: 3 },
  sure: { pace: [3_500, 26_000], doubts: 7, turns: 3 },
  slow: { pace: [12_000, 150_000], doubts: 28, turns: 11 },
} as const

/** Most are sure; all are now and then called away, or begin anew; some let nothing be seen. */
function seenOf({ chance, hands }: TenthWorld, from: string, isGroup: boolean): ScreenFacts | null {
  const hand = hands.get(from) ?? 'sure'
  if (hand === 'unseen') return null
  const { pace, doubts, turns } = habitsOfHand[hand]
  const place = chance.whole(1, 100)
  const toOne =
    place <= 48
      ? 'chat'
      : place <= 70
        ? 'recent'
        : place <= 84
          ? 'contacts'
          : place <= 95
            ? 'search'
            : 'group'
  return {
    chosenFrom: isGroup ? (place <= 88 ? 'chat' : 'recent') : toOne,
    dwellMs: chance.percent(5) ? chance.whole(80_000, 700_000) : chance.whole(pace[0], pace[1]),
    amountEdits: chance.percent(doubts) ? chance.whole(1, 3) : 0,
    recipientChanges: chance.percent(turns) ? chance.whole(1, 2) : 0,
    backAndForth: chance.percent(doubts) ? chance.whole(1, 3) : 0,
  }
}

/** A bill in fen, small ones more often than large ones: some round, some to the jiao, some to the fen. */
export function bill({ chance }: TenthWorld, low: number, high: number): number {
  const fen =
    low * 100 + Math.floor(((high - low) * 100 * chance.whole(0, 1_000) * chance.whole(300, 1_000)) / 1e6)
  const way = chance.whole(1, 10)
  if (way <= 5) return Math.max(100, Math.round(fen / 100) * 100)
  if (way <= 8) return Math.max(10, Math.round(fen / 10) * 10)
  return Math.max(1, fen)
}

/** One pays for the table and the others send their part; some send it at once, some days later. */
export function splitBill(
  world: TenthWorld,
  circle: readonly string[],
  to: string,
  at: Instant,
  each: readonly [number, number],
  words: string,
): void {
  const { chance } = world
  const [payer, ...others] = chance.some(circle, chance.whole(3, Math.min(6, circle.length)))
  const part = bill(world, each[0], each[1])
  pay(world, payer!, to, part * (others.length + 1), at)
  const word = chance.pick(words.split(','))
  for (const id of others) {
    const wait = chance.percent(85) ? chance.whole(3, 110) : chance.whole(600, 2_000)
    pay(world, id, payer!, chance.percent(8) ? part * 2 : part, later(at, wait), word)
  }
}

/** So many minutes after, but never when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * 60_000
  const hour = Math.floor(then / hourMs + 8) % 24
  return hour < 7 ? then + 7 * hourMs : then
}
