/** One send of the sixth crowd that was meant, and what somebody sends again and again. */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import { hourMs, dayMs, minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { dateOf, days, moment, type SixthWorld } from './sixth-world.ts'

export interface Ask {
  words?: string
  packet?: boolean
  /** How many shares, for a group. */
  count?: number
}

/** A send to a person or, by its id, to a group; nothing is known of the hand that makes it yet. */
export function pay(
  world: SixthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const { chance, groups, sends } = world
  const group = groups.find(({ id }) => id === to)
  const when = at + chance.whole(0, 59) * secondMs + chance.whole(0, 999)
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(9))
  const there = group ? thereIn(world, to, when).filter((id) => id !== from) : []
  const count = group ? Math.min(ask.count ?? 6, there.length) : 1
  const way: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: [to] }
  const kind = group ? (chance.percent(86) ? 'lucky' : 'equal') : isPacket ? 'direct' : 'transfer'
  const openers = group ? chance.some(there, count) : isPacket ? [to] : []
  const isWordy = chance.percent(Math.max(world.wordy.get(from) ?? 55, group ? 70 : 0))
  world.laid += 1
  const send: Send = {
    id: `w${world.laid}`,
    at: when,
    from,
    to: way,
    kind,
    total: BigInt(kind === 'equal' ? Math.max(1, Math.round(fen / count)) * count : fen),
    count,
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: isWordy ? (ask.words ?? '') : group || isPacket ? chance.pick(['', '恭喜发财，大吉大利']) : '',
    expireAfterS: null,
    delayS: null,
    claims: openers.map((by) => ({ by, afterMs: chance.early(7_200_000) + 2_000 })),
    steps: [],
    mistake: null,
  }
  sends.push(send)
  return send
}

/** The members of a group at a moment. */
export function thereIn({ groups, joins }: SixthWorld, groupId: string, at: Instant): string[] {
  const late = new Set(joins.filter((one) => one.groupId === groupId && one.at > at).map(({ id }) => id))
  return groups.find(({ id }) => id === groupId)!.members.filter((id) => !late.has(id))
}

/** What is paid, in fen, on one of the days. */
export type Sum = (world: SixthWorld, day: number) => number

/** A bill between two sums in yuan, more often a small one, rounded as people round. */
export const about = (low: number, high: number): Sum => {
  return ({ chance }) => {
    const drawn = (chance.whole(0, 1_000) + Math.min(chance.whole(0, 1_000), chance.whole(0, 1_000))) / 2_000
    const yuan = low + (high - low) * drawn
    const way = chance.whole(1, 100)
    if (yuan < 30) return Math.round(yuan * (way <= 55 ? 2 : 10)) * (way <= 55 ? 50 : 10)
    if (yuan < 200) return way <= 72 ? Math.round(yuan) * 100 : Math.round(yuan * 10) * 10
    if (yuan < 1_500) return way <= 45 ? Math.round(yuan / 10) * 1_000 : Math.round(yuan) * 100
    return Math.round(yuan / 50) * 5_000
  }
}
/** One of these sums in yuan; a single one is paid each time. */
export const just = (...yuan: number[]): Sum => {
  return ({ chance }) => Math.round(chance.pick(yuan) * 100)
}
/** One sum until a day, and another from it on. */
export const until = (last: number, before: Sum, after: Sum): Sum => {
  return (world, day) => (day < last ? before(world, day) : after(world, day))
}

type When = (day: number) => boolean

/** On these days of the week, Monday being 0. */
export const weekly = (...of: number[]): When => {
  return (day) => of.includes(day % 7)
}
/** On this date of every month. */
export const monthly = (date: number): When => {
  return (day) => dateOf(day) === date
}
export const daily: When = () => true
/** Monday to Friday, but for the days around the first of October and of January. */
export const workdays: When = (day) => day % 7 < 5 && day > 3 && day !== 89
/** From one day until before another. */
export const between = (first: number, end: number, when: When = daily): When => {
  return (day) => day >= first && day < end && when(day)
}
/** On this one day. */
export const once = (of: number): When => {
  return (day) => day === of
}

/** From, one of these, when, on how many of a hundred such days, how much, one of these words, between which hours. */
export type Habit = readonly [string, string, When, number, Sum, string, string]

/** Follows habits through the season. */
export function follow(world: SixthWorld, habits: readonly Habit[], ask: Ask = {}): void {
  const { chance } = world
  for (const [from, to, when, share, sum, words, hours] of habits) {
    const [first, end] = hours.split('-').map(Number)
    for (let day = 0; day < days; day += 1) {
      if (!when(day) || !chance.percent(share)) continue
      const at = moment(day, chance.whole(first! * 60, end! * 60 - 1))
      const word = chance.pick(words.split('|'))
      pay(world, from, chance.pick(to.split(' ')), sum(world, day), at, { ...ask, words: word })
    }
  }
}

/** One pays for all, and the others send their part the same day; now and then one pays for two. */
export function splitBill(
  world: SixthWorld,
  circle: readonly string[],
  at: Instant,
  each: Sum,
  words: string,
) {
  const { chance, returns } = world
  const [payer, ...others] = chance.some(circle, chance.whole(3, Math.min(5, circle.length)))
  const part = each(world, 0)
  const word = chance.pick(words.split('|'))
  for (const id of others) {
    const isForTwo = chance.percent(7)
    const ask = { words: isForTwo ? `${word}，两个人的` : word, packet: false }
    const send = pay(world, id, payer!, isForTwo ? part * 2 : part, later(at, chance.whole(3, 400)), ask)
    if (chance.percent(30)) returns.add(send.id)
  }
}

/** So many minutes after, but never at an hour when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 7 ? then + 7 * hourMs : then
}
