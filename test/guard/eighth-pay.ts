/** How a send of the town is laid down: sums as people pay them, words as they write them, habits over the weeks. */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import { minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import type { Chance } from '../../examples/days/chance.ts'
import { dateOf, days, isWorkday, moment, type EighthWorld } from './eighth-world.ts'

export interface Ask {
  words?: string
  /** A red packet and not a transfer. */
  packet?: boolean
  /** Of a packet to a group. */
  count?: number
  /** The group in which a packet for one is shown. */
  shownIn?: string
}

const greetings = ['恭喜发财，大吉大利', '恭喜发财，大吉大利', '恭喜发财，大吉大利', '大吉大利', '']

/** Lays one send down: to a person, or to a group where the id is a group's. */
export function pay(
  world: EighthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send | undefined {
  if (from === to) return undefined
  const { chance } = world
  const isGroup = world.groups.some(({ id }) => id === to)
  const isPacket = isGroup || ask.packet === true
  const written = chance.percent(world.senders.get(from)!.wordy) ? ask.words : undefined
  const kind = isGroup ? (chance.percent(75) ? 'lucky' : 'equal') : oneKind(ask)
  world.laid += 1
  const send: Send = {
    id: `s${String(world.laid).padStart(5, '0')}`,
    at: at + chance.whole(0, 59) * secondMs,
    from,
    to: recipientsOf(to, isGroup, ask.shownIn),
    kind,
    total: BigInt(fen),
    count: isGroup ? (ask.count ?? 5) : 1,
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: written ?? (isPacket ? chance.pick(greetings) : ''),
    ...{ expireAfterS: null, delayS: null, claims: [], steps: [], mistake: null },
  }
  world.sends.push(send)
  return send
}

function oneKind({ packet, shownIn }: Ask): Send['kind'] {
  if (packet !== true) return 'transfer'
  return shownIn === undefined ? 'direct' : 'exclusive'
}

function recipientsOf(to: string, isGroup: boolean, shownIn: string | undefined): Recipients {
  if (isGroup) return { way: 'group', id: to }
  return shownIn === undefined ? { way: 'members', ids: [to] } : { way: 'group', id: shownIn, one: to }
}

export type Sum = (chance: Chance, day: number) => number

/** The same each time, in yuan. */
export const always =
  (yuan: number): Sum =>
  () =>
    Math.round(yuan * 100)

/** A price from one sum to another, in yuan: whole, or a half, or to the fen. */
export const priced =
  (low: number, high: number): Sum =>
  (chance) => {
    const whole = chance.whole(low, high) * 100
    if (chance.percent(55)) return whole
    return whole + (chance.percent(50) ? 50 : chance.whole(1, 99))
  }

/** One of these, in yuan. */
export const among =
  (...yuan: readonly number[]): Sum =>
  (chance) =>
    Math.round(chance.pick(yuan) * 100)

/** Whole tens or hundreds, as one lends and gives. */
export const roundly =
  (low: number, high: number, step: number): Sum =>
  (chance) =>
    chance.whole(Math.ceil(low / step), Math.floor(high / step)) * step * 100

export interface Habit {
  to: string | readonly string[]
  on: (day: number) => boolean
  /** On so many of a hundred such days. */
  share: number
  sum: Sum
  words?: readonly string[]
  /** From which hour to which. */
  hours: readonly [number, number]
  packet?: boolean
  count?: readonly [number, number]
  /** The first and the last day of it. */
  span?: readonly [number, number]
}

/** A habit over all its days. */
export function follow(world: EighthWorld, from: string, habit: Habit): void {
  const { chance } = world
  const [first, last] = habit.span ?? [0, days - 1]
  for (let day = first; day <= last; day += 1) {
    if (!habit.on(day) || !chance.percent(habit.share)) continue
    const to = typeof habit.to === 'string' ? habit.to : chance.pick(habit.to)
    once(world, from, { ...habit, to }, day)
  }
}

/** One send of a habit, on a day. */
export function once(
  world: EighthWorld,
  from: string,
  { to, sum, words, hours, packet, count }: Omit<Habit, 'on' | 'share' | 'to'> & { to: string },
  day: number,
): Send | undefined {
  const { chance } = world
  const at = moment(day, chance.whole(hours[0] * 60, hours[1] * 60 - 1))
  return pay(world, from, to, sum(chance, day), at, {
    ...(words === undefined ? {} : { words: chance.pick(words) }),
    ...(packet === undefined ? {} : { packet }),
    ...(count === undefined ? {} : { count: chance.whole(...count) }),
  })
}

export const daily = (): boolean => true

/** On these days of the week, Monday being 0. */
export const weekly =
  (...of: readonly number[]) =>
  (day: number): boolean =>
    of.includes(day % 7)

export const monthly = (date: number) => (day: number) => dateOf(day) === date

export const working = isWorkday

export const resting = (day: number): boolean => !isWorkday(day)

/** Some minutes after another moment. */
export function after(at: Instant, minutes: number): Instant {
  return at + minutes * minuteMs
}

/** The whole days between which some time of the season lies, drawn. */
export function someDay({ chance }: EighthWorld, from = 0, to = days - 1): number {
  return chance.whole(from, to)
}
