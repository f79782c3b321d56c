/**
 * One send of the fifteenth crowd that was meant, with the hand that made it, and what somebody sends again and
 * again.
 */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { laidOut } from './crowd-send.ts'
import { drawnName } from './fifteenth-cast.ts'
import { days, moment } from './fifteenth-calendar.ts'
import { addPerson, type FifteenthWorld } from './fifteenth-world.ts'

export interface Ask {
  words?: string
  packet?: boolean
  count?: number
  /** Whether it gives money back. */
  back?: boolean
}

/** A send to a person or, by its id, to a group. */
export function pay(
  world: FifteenthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const { chance, groups, sends, joins } = world
  const when = at + chance.whole(0, 59_999)
  const group = groups.find(({ id }) => id === to)
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(11))
  const way: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: [to] }
  const late = new Set(joins.filter((one) => one.groupId === to && one.at > when).map(({ id }) => id))
  const there = (group?.members ?? []).filter((id) => id !== from && !late.has(id))
  const count = group ? Math.max(1, Math.min(ask.count ?? 8, there.length)) : 1
  const openers = group ? chance.some(there, Math.min(count, there.length)) : isPacket ? [to] : []
  const hand = world.hands.get(from)
  const isWordy = chance.percent(Math.max(hand?.wordy ?? 45, isPacket || group ? 75 : 0))
  world.laid += 1
  const send = laidOut({
    id: `f${world.laid}`,
    at: when,
    from,
    to: way,
    kind: group ? (chance.percent(88) ? 'lucky' : 'equal') : isPacket ? 'direct' : 'transfer',
    total: BigInt(Math.max(1, Math.round(fen))),
    count,
    greeting: isWordy ? (ask.words ?? '') : '',
    claims: openers.map((by) => ({ by, afterMs: chance.whole(3, 3_000) * secondMs })),
  })
  const isKnown = sends.some((one) => one.from === from && one.to.way === 'members' && one.to.ids[0] === to)
  sends.push(send)
  if (ask.back) world.returns.add(send.id)
  const screen = screenOf(world, from, group !== undefined, isKnown)
  if (screen) world.screens.set(send.id, screen)
  return send
}

/** Most come from the chat and are sure of it; whom one never paid is looked for more often. */
function screenOf(
  { chance, hands }: FifteenthWorld,
  from: string,
  isGroup: boolean,
  isKnown: boolean,
): ScreenFacts | null {
  const { pace, doubts, isOff } = hands.get(from) ?? { pace: 9_000, doubts: 8, isOff: chance.percent(8) }
  const place = chance.whole(1, 100)
  const toOne = isKnown ? ([60, 86, 92, 98] as const) : ([62, 64, 76, 92] as const)
  const froms = ['chat', 'recent', 'contacts', 'search'] as const
  const found = froms[toOne.findIndex((most) => place <= most)] ?? 'group'
  const spread = chance.whole(35, 190) + (chance.percent(8) ? chance.whole(100, 1_500) : 0)
  const screen: ScreenFacts = {
    chosenFrom: isGroup ? (place <= 93 ? 'chat' : 'recent') : found,
    dwellMs: Math.round((pace * spread) / 100),
    amountEdits: chance.percent(doubts) ? chance.whole(1, 3) : 0,
    recipientChanges: chance.percent(Math.ceil(doubts / 4)) ? 1 : 0,
    backAndForth: chance.percent(Math.ceil(doubts / 2)) ? chance.whole(1, 2) : 0,
  }
  return isOff ? null : screen
}

/** A sum as on a bill: often whole, else to a tenth, seldom to the fen. */
export function bill({ chance }: FifteenthWorld, least: number, most: number): number {
  const way = chance.whole(1, 100)
  if (way <= 55) return chance.whole(Math.ceil(least), Math.floor(most)) * 100
  return way <= 88 ? chance.whole(least * 10, most * 10) * 10 : chance.whole(least * 100, most * 100)
}

/** What somebody sends again and again. */
export interface Habit {
  /** One, or one of several; 'new' is somebody never seen before. */
  to: string | readonly string[]
  /** On so many of a thousand days. */
  share: number
  /** From, to, in yuan: a bill. One number: that sum each time. More than two: one of them. */
  yuan: readonly number[]
  words?: string
  hours?: readonly [number, number]
  on?: (day: number) => boolean
  packet?: boolean
  count?: number
}

/** Follows a habit through the winter. */
export function follow(world: FifteenthWorld, from: string, habit: Habit): void {
  const { chance } = world
  const { to, share, yuan, packet, count } = habit
  const [first, last] = habit.hours ?? [8, 22]
  const words = (habit.words ?? '').split('|')
  for (let day = 0; day < days; day += 1) {
    if (!(habit.on ?? daily)(day) || chance.whole(1, 1_000) > share) continue
    const named = typeof to === 'string' ? to : chance.pick(to)
    if (named === from) continue
    const one = named === 'new' ? addPerson(world, drawnName(chance)) : named
    const at = moment(day, chance.whole(first * 60, last * 60 - 1))
    const fen = yuan.length === 2 ? bill(world, yuan[0]!, yuan[1]!) : chance.pick(yuan) * 100
    const word = chance.pick(words)
    pay(world, from, one, fen, at, { words: word, packet, count })
    // The same again on purpose: a second portion, a second ticket.
    if (count === undefined && fen < 60_000 && chance.percent(1))
      pay(world, from, one, fen, at + chance.whole(2, 50) * minuteMs, { words: word && '再来一份', packet })
  }
}

/** One pays for the table, and the others send their part, mostly the same evening. */
export function share(
  world: FifteenthWorld,
  circle: readonly string[],
  shop: string,
  at: Instant,
  words: string,
  each: readonly [number, number],
): void {
  const { chance } = world
  const [payer, ...others] = chance.some(circle, chance.whole(2, Math.min(5, circle.length)))
  const part = bill(world, each[0], each[1])
  pay(world, payer!, shop, part * (others.length + 1), at, { words: '' })
  const word = chance.pick(words.split('|'))
  for (const id of others)
    if (chance.percent(92))
      pay(world, id, payer!, part, later(at, chance.early(1_800) + 3), { words: word, packet: false })
}

/** Every day. */
export const daily = (): boolean => true
/** On this day of every month. */
export const monthly = (date: number) => {
  return (day: number): boolean => new Date(moment(day, 0) + 8 * hourMs).getUTCDate() === date
}
/** From one day to another. */
export const between = (first: number, last: number) => {
  return (day: number): boolean => day >= first && day <= last
}
/** On these. */
export const onDays = (...of: number[]) => {
  return (day: number): boolean => of.includes(day)
}
/** Monday to Friday. */
export const workday = (day: number): boolean => day % 7 < 5

/** So many minutes after, but never at an hour when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 7 ? then + 7 * hourMs : then
}
