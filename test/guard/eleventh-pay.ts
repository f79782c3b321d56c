/** One send of the port that was meant, with the hand that made it. */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { cast, type Pace } from './eleventh-cast.ts'
import type { EleventhWorld } from './eleventh-world.ts'

export interface Ask {
  words?: string
  packet?: boolean
  count?: number
  /** The group in which a packet for one person is shown. */
  shownIn?: string
}

/** A send to a person or, by its id, to a group. */
export function pay(
  world: EleventhWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const { chance } = world
  if (to === from) throw new Error(`${from} pays themselves`)
  const when = at + chance.whole(0, 59_999)
  const group = world.groups.find(({ id }) => id === to)
  const there = group ? membersAt(world, to, when).filter((id) => id !== from) : []
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(10))
  const shown = ask.shownIn === undefined ? undefined : { way: 'group' as const, id: ask.shownIn, one: to }
  const way: Recipients = group ? { way: 'group', id: to } : (shown ?? { way: 'members', ids: [to] })
  const count = group ? Math.min(ask.count ?? 6, there.length) : 1
  const isLucky = group !== undefined && chance.percent(85)
  const single = shown ? 'exclusive' : isPacket ? 'direct' : 'transfer'
  const kind = group ? (isLucky ? 'lucky' : 'equal') : single
  const openers = group ? chance.some(there, count) : kind === 'transfer' || chance.percent(3) ? [] : [to]
  const isWordy = chance.percent(Math.max(world.wordy.get(from) ?? 50, group ? 80 : 0))
  world.laid += 1
  const send: Send = {
    id: `v${world.laid}`,
    at: when,
    from,
    to: way,
    kind,
    total: BigInt(fen),
    count,
    split: isLucky ? 'wechat' : null,
    greeting: isWordy ? (ask.words ?? '') : '',
    expireAfterS: null,
    delayS: null,
    claims: openers.map((by) => ({ by, afterMs: chance.whole(4, 3_000) * secondMs })),
    steps: [],
    mistake: null,
  }
  world.sends.push(send)
  const hand = handOf(world, from, group !== undefined || shown !== undefined)
  if (hand) world.screens.set(send.id, hand)
  return send
}

/** Who is in a group by then. */
export function membersAt({ groups, joins }: EleventhWorld, groupId: string, at: Instant): string[] {
  const late = new Set(joins.filter((one) => one.groupId === groupId && one.at > at).map(({ id }) => id))
  return groups.find(({ id }) => id === groupId)!.members.filter((id) => !late.has(id))
}

const paceOf = new Map<string, Pace>(cast.map(({ id, pace }) => [id, pace]))
const dwells: Record<Pace, readonly [number, number]> = {
  quick: [1_200, 11_000],
  sure: [2_500, 32_000],
  slow: [9_000, 150_000],
  off: [0, 1],
}
/** Of a hundred: who corrects the sum, changes the payee, goes back. */
const doubts: Record<Pace, readonly [number, number, number]> = {
  quick: [12, 5, 9],
  sure: [7, 3, 6],
  slow: [28, 11, 27],
  off: [0, 0, 0],
}

function handOf({ chance }: EleventhWorld, from: string, isGroup: boolean): ScreenFacts | null {
  const pace = paceOf.get(from) ?? 'sure'
  if (pace === 'off') return null
  const place = chance.whole(1, 100)
  const [low, high] = dwells[pace]
  const isCalledAway = chance.percent(3)
  const toOne = place <= 46 ? 'chat' : place <= 70 ? 'recent' : place <= 84 ? 'contacts' : 'search'
  const [sums, payees, turns] = doubts[pace]
  return {
    chosenFrom: isGroup ? (place <= 88 ? 'chat' : 'group') : place > 97 ? 'group' : toOne,
    dwellMs: isCalledAway ? chance.whole(80_000, 800_000) : low + chance.early(high - low),
    amountEdits: chance.percent(sums) ? chance.whole(1, 3) : 0,
    recipientChanges: chance.percent(payees) ? chance.whole(1, 2) : 0,
    backAndForth: chance.percent(turns) ? chance.whole(1, 3) : 0,
  }
}

/** A sum between two, in yuan: small ones to the jiao or the fen, large ones round more often than not. */
export function bill({ chance }: EleventhWorld, low: number, high: number): number {
  const fen = chance.whole(low * 100, high * 100)
  const step = fen >= 200_000 ? 10_000 : fen >= 30_000 ? 1_000 : 100
  const isRound = chance.percent(fen >= 30_000 ? 62 : 55)
  return Math.max(10, isRound ? Math.round(fen / step) * step : chance.percent(60) ? fen - (fen % 50) : fen)
}

/** So many minutes after, but never at an hour when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 6 ? then + 6 * hourMs : then
}
