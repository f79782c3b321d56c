/** How the seventh crowd's sends are laid down: one by one, or by habit; and what the screen saw of each. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { ChosenFrom, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs, type Instant } from '../../packages/core/instant.ts'
import { days, moment, type SeventhWorld } from './seventh-world.ts'

export interface Ask {
  words?: string
  packet?: boolean
  /** Shares of a packet to a group. */
  count?: number
  equal?: boolean
}

const isGroup = (to: string) => to.startsWith('g')

/** One send of so many fen. What is more than a packet may hold goes as a transfer. */
export function pay(
  world: SeventhWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  ask: Ask = {},
): Send {
  const size = world.groups.find(({ id }) => id === to)?.members.length ?? 1
  const count = Math.min(size, ask.count ?? 5)
  const kind = isGroup(to)
    ? ask.equal
      ? 'equal'
      : 'lucky'
    : ask.packet && fen <= 20_000
      ? 'direct'
      : 'transfer'
  const send: Send = {
    id: `n${String(++world.laid).padStart(5, '0')}`,
    at: at + world.chance.whole(0, 59) * 1_000,
    from,
    to: isGroup(to) ? { way: 'group', id: to } : { way: 'members', ids: [to] },
    kind,
    total: BigInt(fen),
    count,
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: ask.words ?? '',
    expireAfterS: null,
    delayS: null,
    claims: [],
    steps: [],
    mistake: null,
  }
  world.sends.push(send)
  return send
}

export interface Habit {
  to: string | readonly string[]
  on: (day: number) => boolean
  /** On so many of a hundred such days. */
  share: number
  /** Lowest and highest, in yuan; a fixed sum where they are one. */
  yuan: readonly [number, number]
  /** Whether it has jiao and fen, as a bill has. */
  bill?: boolean
  words: readonly string[]
  hours: readonly [number, number]
  packet?: boolean
  count?: number
}

/** A habit through the fourteen weeks. */
export function follow(world: SeventhWorld, from: string, habit: Habit): void {
  for (let day = 0; day < days; day++)
    if (habit.on(day) && world.chance.percent(habit.share)) act(world, from, habit, day)
}

function act(world: SeventhWorld, from: string, habit: Habit, day: number): void {
  const { chance } = world
  const { to, yuan, hours, bill, words, packet, count } = habit
  const payee = typeof to === 'string' ? to : chance.pick(to)
  if (payee === from) return
  const fen = bill ? chance.whole(yuan[0] * 100, yuan[1] * 100) : chance.whole(yuan[0], yuan[1]) * 100
  const at = moment(day, chance.whole(hours[0] * 60, hours[1] * 60))
  pay(world, from, payee, fen, at, { words: chance.pick(words), packet, count })
}

export const daily = () => true
/** Monday is 0. */
export const weekly =
  (...of: number[]) =>
  (day: number) =>
    of.includes(day % 7)
export const workdays = weekly(0, 1, 2, 3, 4)
/** On the days of the calendar that are given as days of these weeks. */
export const onDays =
  (...of: number[]) =>
  (day: number) =>
    of.includes(day)
/** The tenth of March, April, May and June, or another date counted from it. */
export const monthly = (shift: number) => onDays(4 + shift, 35 + shift, 65 + shift, 96 + shift)

export const targetOf = ({ to }: Send): string => recipientOf(to) ?? (to.way === 'group' ? to.id : 'link')

/** Sends in the order of the clock, and what the screen saw of each; somebody in eight has that switched off. */
export function fillScreens(world: SeventhWorld): void {
  const { chance, sends, screens, people } = world
  sends.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const off = new Set(people.filter(() => chance.percent(12)).map(({ id }) => id))
  const paid = new Set<string>()
  for (const send of sends) {
    const pair = `${send.from} ${targetOf(send)}`
    if (!off.has(send.from)) screens.set(send.id, screenOf(world, send, paid.has(pair)))
    paid.add(pair)
  }
}

function screenOf({ chance, contacts }: SeventhWorld, send: Send, isPaid: boolean): ScreenFacts {
  const isKept = contacts.get(send.from)?.has(targetOf(send)) ?? false
  const from: ChosenFrom = isGroup(targetOf(send))
    ? chance.pick(['chat', 'chat', 'group', 'recent'])
    : isPaid
      ? chance.pick(['chat', 'chat', 'chat', 'recent', 'recent', 'contacts', 'search'])
      : isKept
        ? chance.pick(['chat', 'contacts', 'search', 'group'])
        : chance.pick(['link', 'link', 'search', 'group', 'chat'])
  return {
    chosenFrom: from,
    dwellMs: chance.percent(8)
      ? chance.whole(40_000, 180_000)
      : chance.whole(isPaid ? 3_000 : 6_000, isPaid ? 20_000 : 40_000),
    amountEdits: chance.percent(78) ? 0 : chance.whole(1, 3),
    recipientChanges: chance.percent(94) ? 0 : 1,
    backAndForth: chance.percent(90) ? 0 : chance.whole(1, 2),
  }
}

export const later = (at: Instant, minutes: number): Instant => at + minutes * minuteMs
