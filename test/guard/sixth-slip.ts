/**
 * How a send of the sixth crowd goes wrong: it takes the place of one that was meant, from the fourth week on. Four in
 * ten are never noticed, three in ten undone within seconds, three in ten noticed too late; who notices sends the right
 * one, and some who got what was not theirs send it back. Both of these are ordinary.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { hourMs, minuteMs } from '../../packages/core/instant.ts'
import { cast } from './sixth-cast.ts'
import { targetOf, withHand } from './sixth-hand.ts'
import { later, pay, thereIn } from './sixth-pay.ts'
import { days, moment, type SixthWorld, type SlipKind } from './sixth-world.ts'
import { chanceWord } from './sixth-words.ts'

const firstDay = 21
const mostOfOne = 7

const mistakeOf: Partial<Record<SlipKind, Mistake>> = {
  extra_zero: 'extra_zero',
  lost_point: 'extra_zero',
  wrong_digit: 'extra_zero',
  twice: 'duplicate',
  wrong_group: 'wrong_group',
}

/** What is other than it was meant. */
export interface Change {
  to?: string
  total?: bigint
  words?: string
  /** How many milliseconds after the one that was meant. */
  after?: number
  screen?: Partial<ScreenFacts>
}

/** Late in the evening more goes wrong than by day. */
function isTired({ chance }: SixthWorld, { at }: Send): boolean {
  const hour = Math.floor(at / hourMs + 8) % 24
  return hour >= 21 || hour < 5 || chance.percent(60)
}

/** Draws sends that were meant until so many went wrong; `changeOf` says how, or null where this one cannot. */
export function goWrong(
  world: SixthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips } = world
  const senders = new Set(cast.map(({ id }) => id))
  const isOpen = ({ from, id, at }: Send) =>
    senders.has(from) && at >= moment(firstDay, 0) && !slips.has(id) && !id.includes('-')
  const open = sends.filter(isOpen)
  const ofOne = (from: string) => sends.filter((one) => one.from === from && slips.has(one.id)).length
  for (let left = count; left > 0 && open.length > 0;) {
    const [meant] = open.splice(chance.whole(0, open.length - 1), 1)
    if (!sends.includes(meant!) || ofOne(meant!.from) >= mostOfOne || !isTired(world, meant!)) continue
    const change = changeOf(meant!)
    if (change === null || (change.to === undefined && change.total === meant!.total)) continue
    replace(world, kind, meant!, change)
    left -= 1
  }
}

function replace(world: SixthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips } = world
  const fate = chance.whole(1, 10)
  const isUndone = fate > 4 && fate <= 7
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const isNowGroup = recipientOf(to) === undefined
  const sent: Send = {
    ...meant,
    to,
    id: `slip-${meant.id}`,
    kind: isNowGroup && meant.count === 1 ? 'equal' : meant.kind,
    at: Math.min(meant.at + (change.after ?? 0), moment(days, -1)),
    total: change.total ?? meant.total,
    greeting: change.words ?? meant.greeting,
    claims: isUndone ? [] : claimsOf(world, meant, to),
    steps: isUndone ? [{ verb: 'undo', afterMs: chance.whole(2_500, 9_500) }] : [],
    mistake: { kind: mistakeOf[kind] ?? 'wrong_person', meant: aimOf(meant) },
  }
  const hand = screens.get(meant.id)
  if (hand) screens.set(sent.id, { ...hand, ...change.screen })
  sends.push(sent)
  slips.set(sent.id, { kind, meant: aimOf(meant), visible: false, why: '' })
  if (kind === 'twice') return
  sends.splice(sends.indexOf(meant), 1)
  if (fate > 4) putRight(world, meant, sent, isUndone)
}

function putRight(world: SixthWorld, meant: Send, sent: Send, isUndone: boolean): void {
  const { chance, sends, screens } = world
  const isOfSum = targetOf(sent) === targetOf(meant)
  const again = { ...meant, id: `again-${meant.id}`, at: sent.at + chance.whole(1, 50) * minuteMs }
  // Whom too much was sent to has it already, unless it was undone.
  if (isUndone || !isOfSum) {
    sends.push(again)
    const hand = screens.get(meant.id)
    if (hand) screens.set(again.id, hand)
  }
  const one = recipientOf(sent.to)
  if (isUndone || one === undefined || world.quarters.get(one) === 'payee' || !chance.percent(55)) return
  const fen = Number(isOfSum ? sent.total - meant.total : sent.total)
  if (fen <= 0) return
  const ask = { words: chanceWord(chance, '转错退回'), packet: false }
  const back = pay(world, one, sent.from, fen, later(sent.at, chance.whole(5, 800)), ask)
  sends.splice(sends.indexOf(back), 1, { ...back, id: `back-${meant.id}` })
  withHand(world, sends.at(-1)!, Infinity)
}

function recipientsOf({ groups }: SixthWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

function claimsOf(world: SixthWorld, { from, claims, to: meantTo, count, kind, at }: Send, to: Recipients) {
  if (to === meantTo) return claims
  if (to.way !== 'group') return claims.map(({ afterMs }) => ({ afterMs, by: recipientOf(to)! }))
  const members = thereIn(world, to.id, at).filter((id) => id !== from)
  const wanted = kind === 'lucky' || kind === 'equal' ? count : 1
  const openers = world.chance.some(members, Math.min(members.length, wanted))
  return openers.map((by, n) => ({ by, afterMs: claims[n]?.afterMs ?? 9_000 }))
}

function aimOf(send: Send): string {
  return `${Number(send.total) / 100} to ${targetOf(send)}`
}
