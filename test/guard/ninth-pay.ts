/** How a send of the ninth crowd is laid down, and the habits that most of them come from. */

import type { DayClaim, Recipients, Send } from '../../packages/cli/replay/day.ts'
import { dayMs, hourMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { senders } from './ninth-cast.ts'
import { days, moment, type NinthWorld } from './ninth-world.ts'

export interface Ask {
  words?: string
  packet?: boolean
  /** Shares of a packet to a group. */
  count?: number
  equal?: boolean
  /** The one in the group that a packet is for. */
  one?: string
}

const greetings = ['恭喜发财，大吉大利', '恭喜发财，大吉大利', '大吉大利', '']

/** A send to a person or, by its id, to a group. Words are left out by those who seldom write any. */
export function pay(
  world: NinthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const { chance, groups, sends } = world
  const group = groups.find(({ id }) => id === to)
  const isPacket = group !== undefined || (ask.packet ?? (fen <= 20_000 && chance.percent(12)))
  const saysIt = isPacket || chance.percent(world.wordy.get(from) ?? 50)
  world.laid += 1
  const send: Send = {
    id: `w${world.laid}`,
    at: at + chance.whole(0, 59_999),
    from,
    to: wayOf(to, group !== undefined, ask.one),
    kind: kindOf(isPacket, group !== undefined, ask),
    total: BigInt(Math.max(1, fen)),
    count: group && ask.one === undefined ? (ask.count ?? group.members.length - 1) : 1,
    split: group && ask.one === undefined && !ask.equal ? 'wechat' : null,
    greeting: saysIt ? (ask.words ?? (isPacket ? chance.pick(greetings) : '')) : '',
    expireAfterS: null,
    delayS: null,
    claims: [],
    steps: [],
    mistake: null,
  }
  const whole = { ...send, claims: claimsOf(world, send) }
  sends.push(whole)
  return whole
}

function wayOf(to: string, isGroup: boolean, one: string | undefined): Recipients {
  if (!isGroup) return { way: 'members', ids: [to] }
  return one === undefined ? { way: 'group', id: to } : { way: 'group', id: to, one }
}

function kindOf(isPacket: boolean, isGroup: boolean, ask: Ask): Send['kind'] {
  if (isGroup && ask.one !== undefined) return 'exclusive'
  if (isGroup) return ask.equal ? 'equal' : 'lucky'
  return isPacket ? 'direct' : 'transfer'
}

/** Who opens a packet, and when. */
export function claimsOf({ chance, groups, joins }: NinthWorld, send: Send): DayClaim[] {
  const { from, to, kind, count, at } = send
  if (kind === 'transfer') return []
  const after = () => 2_000 + chance.early(5 * hourMs)
  if (to.way === 'members') return to.ids.map((by) => ({ by, afterMs: after() }))
  if (to.way === 'link') return []
  if (to.one !== undefined) return [{ by: to.one, afterMs: after() }]
  const absent = new Set(joins.filter((one) => one.groupId === to.id && one.at > at).map(({ id }) => id))
  const there = groups.find(({ id }) => id === to.id)!.members.filter((id) => id !== from && !absent.has(id))
  return chance
    .some(there, Math.min(there.length, count))
    .map((by) => ({ by, afterMs: after() }))
    .sort((a, b) => a.afterMs - b.afterMs)
}

/** A bill in fen: most end in whole yuan or a half, some in any fen. */
export function bill({ chance }: NinthWorld, least: number, most: number): number {
  const fen = least * 100 + chance.whole(0, Math.round((most - least) * 100) - 1)
  const low = chance.percent(55) ? Math.min(fen, least * 100 + chance.whole(0, (most - least) * 50)) : fen
  const grain = chance.pick(most <= 60 ? [100, 100, 50, 10, 1] : [1000, 1000, 500, 100, 1])
  return Math.max(grain, Math.round(low / grain) * grain)
}

/**
 * To whom; on which days; on so many of a hundred such days; how much in yuan (two numbers: from, to; one: that sum
 * each time; more: one of them); from which hour to which; in which words; as a packet or not.
 */
export type Habit = readonly [
  to: string | readonly string[],
  on: (day: number) => boolean,
  share: number,
  yuan: readonly number[],
  hours: readonly [number, number],
  words?: readonly string[],
  packet?: boolean,
]

/** Lays out habits from the first day to the last. */
export function follow(world: NinthWorld, from: string, ...habits: readonly Habit[]): void {
  const { chance } = world
  for (const [to, on, share, yuan, hours, words, packet] of habits)
    for (let day = 0; day < days; day += 1) {
      if (!on(day) || !chance.percent(share)) continue
      const one = typeof to === 'string' ? to : chance.pick(to)
      if (one === from) continue
      const at = moment(day, chance.whole(hours[0] * 60, hours[1] * 60 - 1))
      pay(world, from, one, yuanOf(world, yuan), at, { words: chance.pick(words ?? ['']), packet })
    }
}

function yuanOf(world: NinthWorld, yuan: readonly number[]): number {
  if (yuan.length === 2) return bill(world, yuan[0]!, yuan[1]!)
  return Math.round(world.chance.pick(yuan) * 100)
}

/** One pays for several, and each of the others pays their part back. */
export function splitBill(
  world: NinthWorld,
  circle: readonly string[],
  to: string,
  at: Instant,
  words: readonly string[],
  each: readonly [number, number],
): void {
  const { chance } = world
  const [payer, ...others] = chance.some(circle, chance.whole(3, Math.min(6, circle.length)))
  const part = bill(world, each[0], each[1])
  pay(world, payer!, to, part * (others.length + 1), at)
  const word = chance.pick(words)
  for (const id of others) {
    const isRound = chance.percent(15)
    const fen = isRound ? Math.ceil(part / 500) * 500 : part
    pay(world, id, payer!, fen, later(at, chance.whole(2, 400)), { words: word })
  }
}

/** How much less or more somebody sends than is usual, of a share in a hundred. */
export function paced(id: string, share: number): number {
  const pace = senders.find((one) => one.id === id)?.pace ?? 100
  return Math.min(97, Math.round((share * pace) / 100))
}

export const daily = (): boolean => true
/** On these days of the week, Monday being 0. */
export const weekly =
  (...of: number[]) =>
  (day: number): boolean =>
    of.includes(day % 7)
/** On this day of every month. */
export const monthly = (date: number) => (day: number) =>
  new Date(moment(day, 0) + 8 * hourMs).getUTCDate() === date

/** So many minutes after, but never at an hour when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 7 ? then + 7 * hourMs : then
}
