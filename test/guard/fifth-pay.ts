/**
 * One send of the fifth crowd that was meant, with the hand that made it, and what somebody sends again and
 * again.
 */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { laidOut } from './crowd-send.ts'
import { bill } from './fourth-pay.ts'
import { days, moment, type FifthWorld } from './fifth-world.ts'

export interface Ask {
  words?: string
  packet?: boolean
  count?: number
}

/** A send to a person or, by its id, to a group. */
export function pay(
  world: FifthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const { chance, groups, sends, joins } = world
  const when = at + chance.whole(0, 59_999)
  const group = groups.find(({ id }) => id === to)
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(14))
  const way: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: [to] }
  const late = new Set(joins.filter((one) => one.groupId === to && one.at > when).map(({ id }) => id))
  const there = (group?.members ?? []).filter((id) => id !== from && !late.has(id))
  const count = group ? Math.min(ask.count ?? 6, there.length) : 1
  const openers = group ? chance.some(there, Math.min(count, there.length)) : isPacket ? [to] : []
  // A packet for a group is seldom without its greeting.
  const isWordy = chance.percent(Math.max(world.wordy.get(from) ?? 60, group ? 85 : 0))
  world.laid += 1
  const send = laidOut({
    id: `w${world.laid}`,
    at: when,
    from,
    to: way,
    kind: group ? (chance.percent(82) ? 'lucky' : 'equal') : isPacket ? 'direct' : 'transfer',
    total: BigInt(fen),
    count,
    greeting: isWordy ? (ask.words ?? '') : '',
    claims: openers.map((by) => ({ by, afterMs: chance.whole(5, 2_400) * secondMs })),
  })
  sends.push(send)
  const hand = handOf(world, from, group !== undefined)
  if (hand) world.screens.set(send.id, hand)
  return send
}

const hurried = new Set(['v1', 'c2', 'f7', 'k6', 's2', 'y2', 'y6', 'm6', 'm3', 's5'])
const fumbling = new Set(['h1', 'h4', 'h5', 'm1', 'v5', 'y5', 'c6', 'motherLan', 'motherYing', 'fatherCai'])
const switchedOff = new Set(['f4', 'm2', 'k3'])

/** Some are quick, some go back and forth; a few let nothing be seen. */
function handOf({ chance }: FifthWorld, from: string, isGroup: boolean): ScreenFacts | null {
  const place = chance.whole(1, 100)
  const pace = hurried.has(from) ? [900, 9_000] : fumbling.has(from) ? [14_000, 180_000] : [3_000, 40_000]
  const [doubts, turns] = fumbling.has(from) ? [34, 14] : hurried.has(from) ? [14, 5] : [8, 4]
  const dwellMs = chance.percent(4) ? chance.whole(90_000, 900_000) : chance.whole(pace[0]!, pace[1]!)
  const amountEdits = chance.percent(doubts) ? chance.whole(1, 4) : 0
  const recipientChanges = chance.percent(turns) ? chance.whole(1, 2) : 0
  const backAndForth = chance.percent(doubts) ? chance.whole(1, 3) : 0
  if (switchedOff.has(from)) return null
  const toOne = place <= 40 ? 'chat' : place <= 66 ? 'recent' : place <= 82 ? 'contacts' : 'search'
  const chosenFrom = isGroup ? (place <= 85 ? 'chat' : 'recent') : place > 95 ? 'group' : toOne
  return { chosenFrom, dwellMs, amountEdits, recipientChanges, backAndForth }
}

/** What somebody sends again and again. */
export interface Habit {
  to: string | readonly string[]
  on: (day: number) => boolean
  /** On so many of a hundred such days. */
  share: number
  /** From, to, in yuan: a bill. One number: that sum each time. More than two: one of them. */
  yuan: readonly number[]
  words: readonly string[]
  /** From which hour to which. */
  hours: readonly [number, number]
  packet?: boolean
  count?: number
  /** How much more it is at the end than at the beginning, in a hundred. */
  growth?: number
}

/** Follows a habit through the season. */
export function follow(world: FifthWorld, from: string, habit: Habit): void {
  const { chance } = world
  const { to, on, share, words, packet, count } = habit
  for (let day = 0; day < days; day += 1) {
    if (!on(day) || !chance.percent(share)) continue
    const one = typeof to === 'string' ? to : chance.pick(to)
    if (one === from) continue
    const at = moment(day, chance.whole(habit.hours[0] * 60, habit.hours[1] * 60 - 1))
    const fen = Math.round((sumOf(world, habit) * (100 + ((habit.growth ?? 0) * day) / days)) / 1_000) * 10
    pay(world, from, one, fen, at, { words: chance.pick(words), packet, count })
  }
}

function sumOf(world: FifthWorld, { yuan }: Habit): number {
  if (yuan.length === 2) return bill(world, yuan[0]!, yuan[1]!)
  return world.chance.pick(yuan) * 100
}

/** One pays for the table, and the others send their part the same day; the sum is the same for all. */
export function splitBill(
  world: FifthWorld,
  circle: readonly string[],
  to: string,
  at: number,
  words: readonly string[],
  each: readonly [number, number],
): void {
  const { chance } = world
  const [payer, ...others] = chance.some(circle, chance.whole(3, Math.min(5, circle.length)))
  const part = bill(world, each[0], each[1])
  pay(world, payer!, to, part * (others.length + 1), at, { words: '' })
  const word = chance.pick(words)
  for (const id of others)
    pay(world, id, payer!, part, at + chance.whole(5, 260) * 60_000, { words: word, packet: false })
}

/** Every day. */
export const daily = (): boolean => true
/** On these days of the week, Monday being 0. */
export const weekly = (...of: number[]) => {
  return (day: number): boolean => of.includes(day % 7)
}
/** On this day of every month. */
export const monthly = (date: number) => {
  return (day: number): boolean => new Date(moment(day, 0) + 8 * hourMs).getUTCDate() === date
}
/** Once. */
export const once = (of: number) => {
  return (day: number): boolean => day === of
}

/** So many minutes after, but never at an hour when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 7 ? then + 7 * hourMs : then
}
