/** What somebody of the fourteenth crowd sends again and again, and the bills that several share. */

import { dayMs, hourMs, type Instant } from '../../packages/core/instant.ts'
import { bill, later, pay } from './fourteenth-pay.ts'
import { days, moment, type FourteenthWorld } from './fourteenth-world.ts'

export interface Habit {
  to: string | readonly string[]
  on: (day: number) => boolean
  /** On so many of a hundred such days. */
  share: number
  /** From, to, in yuan: a bill. One number: that sum each time. More than two: one of them. */
  yuan: readonly number[]
  words?: readonly string[]
  wordy?: number
  /** From which hour to which. */
  hours: readonly [number, number]
  packet?: boolean
  count?: number
}

/** Follows a habit through the season. */
export function follow(world: FourteenthWorld, from: string, habit: Habit): void {
  const { chance } = world
  const { to, on, share, words = [''], wordy, packet, count, hours } = habit
  for (let day = 0; day < days; day += 1) {
    if (!on(day) || !chance.percent(share)) continue
    const one = typeof to === 'string' ? to : to.length > 0 ? chance.pick(to) : from
    if (one === from) continue
    const at = moment(day, chance.whole(hours[0] * 60, hours[1] * 60 - 1))
    pay(world, from, one, sumOf(world, habit), at, { words: chance.pick(words), wordy, packet, count })
  }
}

function sumOf({ chance }: FourteenthWorld, { yuan }: Habit): number {
  if (yuan.length === 2) return bill(chance, yuan[0]!, yuan[1]!)
  return Math.round(chance.pick(yuan) * 100)
}

/** One pays for the table, and most of the others send their part, soon or the day after. */
export function splitBill(
  world: FourteenthWorld,
  circle: readonly string[],
  to: string,
  at: Instant,
  words: readonly string[],
  each: readonly [number, number],
): void {
  const { chance } = world
  const [payer, ...others] = chance.some(circle, Math.min(circle.length, chance.whole(3, 6)))
  const part = bill(chance, each[0], each[1])
  pay(world, payer!, to, part * (others.length + 1), at, { packet: false, wordy: 5, words: '聚餐' })
  const word = chance.pick(words)
  for (const id of others) {
    if (chance.percent(8)) continue
    // Somebody rounds it.
    const fen = chance.percent(12) ? Math.ceil(part / 500) * 500 : part
    const wait = chance.percent(80) ? chance.whole(4, 180) : chance.whole(500, 1_500)
    pay(world, id, payer!, fen, later(at, wait), { words: word, packet: chance.percent(12) })
  }
}

/** Somebody begins, and a few of the others send one as well. */
export function round(
  world: FourteenthWorld,
  group: string,
  who: readonly string[],
  at: Instant,
  yuan: readonly number[],
  words: readonly string[],
): void {
  const { chance } = world
  who.forEach((id, i) => {
    const when = later(at, i === 0 ? 0 : chance.whole(1, 50))
    const fen = Math.round(chance.pick(yuan) * 100)
    pay(world, id, group, fen, when, {
      words: chance.pick(words),
      wordy: 70,
      count: chance.pick([5, 6, 8, 10]),
    })
  })
}

/** Every day. */
export const daily = (): boolean => true

/** On these days of the week, Monday being 0. */
export function weekly(...of: number[]): (day: number) => boolean {
  return (day) => of.includes(day % 7)
}

/** On this date of every month. */
export function monthly(date: number): (day: number) => boolean {
  return (day) => new Date(moment(day, 0) + 8 * hourMs).getUTCDate() === date
}

/** Once. */
export function once(of: number): (day: number) => boolean {
  return (day) => day === of
}

/** The day of the season that a moment is in. */
export function dayOf(at: Instant): number {
  return Math.floor((at - moment(0, 0)) / dayMs)
}

/** An hour of the day in minutes, drawn between two. */
export function between({ chance }: FourteenthWorld, day: number, from: number, to: number): Instant {
  return moment(day, chance.whole(from * 60, to * 60 - 1))
}

/** Lent, and given back whole or in parts. */
export function lend(world: FourteenthWorld, id: string, to: string): void {
  const { chance } = world
  const fen = chance.pick([300, 500, 500, 1_000, 1_000, 2_000, 3_000, 5_000]) * 100
  const at = between(world, chance.whole(1, 55), 9, 23)
  pay(world, id, to, fen, at, { words: '借你', wordy: 20, packet: false })
  const parts = chance.percent(75) ? 1 : 2
  for (let i = 1; i <= parts; i += 1) {
    const back = later(at, chance.whole(4, 16) * 1_440 * i + chance.whole(-400, 400))
    const send = pay(world, to, id, fen / parts, back, { words: '还钱', wordy: 40, packet: false })
    world.returns.add(send.id)
  }
}
