/** One send of the twelfth crowd that was meant, with the hand that made it, and what somebody sends again. */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { hourMs, minuteMs, dayMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { days, moment, type TwelfthWorld } from './twelfth-world.ts'

interface Ask {
  packet?: boolean
  count?: number
}

/** A send to a person or, by its id, to a group; the sum in fen. */
export function pay(
  world: TwelfthWorld,
  from: string,
  to: string,
  fen: number,
  at: Instant,
  words: string,
  ask: Ask = {},
): Send {
  const { chance, groups, sends, joins } = world
  const when = at + chance.whole(0, 59_999)
  const group = groups.find(({ id }) => id === to)
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(9))
  const way: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: [to] }
  const late = new Set(joins.filter((one) => one.groupId === to && one.at > when).map(({ id }) => id))
  const there = (group?.members ?? []).filter((id) => id !== from && !late.has(id))
  const count = group ? Math.min(ask.count ?? 5, there.length) : 1
  const openers = group ? chance.some(there, count) : isPacket ? [to] : []
  const isWordy = chance.percent(Math.max(world.wordy.get(from) ?? 50, group ? 80 : 0))
  world.laid += 1
  const send: Send = {
    id: `t${world.laid}`,
    at: when,
    from,
    to: way,
    kind: group ? (chance.percent(85) ? 'lucky' : 'equal') : isPacket ? 'direct' : 'transfer',
    total: BigInt(fen),
    count,
    split: null,
    greeting: isWordy ? words : '',
    expireAfterS: null,
    delayS: null,
    claims: openers
      .map((by) => ({ by, afterMs: chance.whole(4, 5_000) * secondMs }))
      .sort((a, b) => a.afterMs - b.afterMs),
    steps: [],
    mistake: null,
  }
  if (send.kind === 'lucky') send.split = 'wechat'
  sends.push(send)
  const hand = handOf(world, from, group !== undefined)
  if (hand) world.screens.set(send.id, hand)
  return send
}

const switchedOff = new Set(['bus11', 'home7', 'sell7'])
const hasty = new Set(['bus7', 'home5', 'sell1', 'sell3', 'flat4', 'flat5', 'bus9', 'home11'])

/** Most hands are sure; the old ones take their time; a few let nothing be seen. */
function handOf({ chance, kinds }: TwelfthWorld, from: string, isGroup: boolean): ScreenFacts | null {
  const isSlow = kinds.get(from) === 'choir' || from === 'bus8' || from === 'bus15'
  const pace = isSlow ? ([9_000, 120_000] as const) : hasty.has(from) ? ([1_200, 9_000] as const) : null
  const [low, high] = pace ?? [3_000, 32_000]
  const unsure = isSlow ? 22 : 7
  const place = chance.whole(1, 100)
  const toOne = place <= 45 ? 'chat' : place <= 68 ? 'recent' : place <= 80 ? 'contacts' : 'search'
  const seen: ScreenFacts = {
    chosenFrom: isGroup ? (place <= 88 ? 'chat' : 'recent') : place > 96 ? 'group' : toOne,
    // Now and then a call, a bus stop, a child comes between.
    dwellMs: chance.percent(5) ? chance.whole(60_000, 700_000) : chance.whole(low, high),
    amountEdits: chance.percent(unsure) ? chance.whole(1, 3) : 0,
    recipientChanges: chance.percent(Math.ceil(unsure / 2)) ? 1 : 0,
    backAndForth: chance.percent(unsure) ? chance.whole(1, 2) : 0,
  }
  return switchedOff.has(from) ? null : seen
}

/** A sum between two, in fen from yuan: small ones more often, and as round as people and shops make them. */
export function bill({ chance }: TwelfthWorld, low: number, high: number): number {
  const yuan = low + Math.min(chance.whole(0, 1_000), chance.whole(0, 1_000)) * ((high - low) / 1_000)
  const shape = chance.whole(1, 100)
  if (shape <= 26 && yuan >= 30) return Math.round(yuan / 10) * 1_000
  if (shape <= 68) return Math.max(1, Math.round(yuan)) * 100
  if (shape <= 86) return Math.max(1, Math.round(yuan * 10)) * 10
  return Math.max(1, Math.round(yuan * 100))
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
  hours: readonly [number, number]
  ask?: Ask
}

/** Follows a habit through the season. */
export function follow(world: TwelfthWorld, from: string, habit: Habit): void {
  const { chance } = world
  const { to, on, share, words, yuan, hours, ask } = habit
  for (let day = 0; day < days; day += 1) {
    if (!on(day) || !chance.percent(share)) continue
    const one = typeof to === 'string' ? to : chance.pick(to)
    if (one === from) continue
    const fen = yuan.length === 2 ? bill(world, yuan[0]!, yuan[1]!) : chance.pick(yuan) * 100
    const at = moment(day, chance.whole(hours[0] * 60, hours[1] * 60 - 1))
    pay(world, from, one, Math.round(fen), at, chance.pick(words), ask)
  }
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

/** So many minutes after, but never at an hour when people sleep. */
export function later(at: Instant, minutes: number): Instant {
  const then = at + minutes * minuteMs
  const hour = ((then + 8 * hourMs) % dayMs) / hourMs
  return hour < 7 ? then + 7 * hourMs : then
}
