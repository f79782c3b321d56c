/**
 * How a send of the port goes wrong. A slip takes the place of a send that was meant. Of ten senders four never notice,
 * three undo it in time, three notice too late; who noticed sends the right one after it, and some get their money back.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { cast } from './eleventh-cast.ts'
import { later, membersAt, pay } from './eleventh-pay.ts'
import { moment, type EleventhWorld, type SlipKind } from './eleventh-world.ts'

export const firstSlipDay = 21
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
  at?: number
  screen?: Partial<ScreenFacts>
}

/** Draws sends that were meant until so many went wrong; `changeOf` says how, or null where this one cannot. */
export function goWrong(
  world: EleventhWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips } = world
  const open = sends.filter(({ id, at }) => at >= moment(firstSlipDay, 0) && id.startsWith('v'))
  for (let left = count; left > 0 && open.length > 0;) {
    const [meant] = open.splice(chance.whole(0, open.length - 1), 1)
    const ofOne = sends.filter(({ from, id }) => from === meant!.from && slips.has(id)).length
    if (ofOne >= mostOfOne || meant!.kind === 'exclusive' || !sends.includes(meant!)) continue
    const change = changeOf(meant!)
    if (change === null) continue
    replace(world, kind, meant!, change)
    left -= 1
  }
}

function replace(world: EleventhWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips } = world
  const fate = chance.whole(1, 10)
  const isUndone = fate <= 3
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const sent: Send = {
    ...as(world, meant, to),
    to,
    id: `slip-${meant.id}`,
    at: change.at ?? meant.at,
    total: change.total ?? meant.total,
    claims: isUndone ? [] : claimsOf(world, meant, to),
    steps: isUndone ? [{ verb: 'undo', afterMs: chance.whole(2_500, 9_500) }] : [],
    mistake: { kind: mistakeOf[kind] ?? 'wrong_person', meant: targetOf(meant) },
  }
  const hand = screens.get(meant.id)
  if (hand) screens.set(sent.id, { ...hand, ...change.screen })
  sends.push(sent)
  slips.set(sent.id, {
    kind,
    meant: `${Number(meant.total) / 100} to ${targetOf(meant)}`,
    visible: false,
    why: '',
  })
  if (kind === 'twice') return
  sends.splice(sends.indexOf(meant), 1)
  if (fate > 6) return
  const again = { ...meant, id: `again-${meant.id}`, at: sent.at + chance.whole(1, 50) * minuteMs }
  sends.push(again)
  if (hand) screens.set(again.id, hand)
  if (!isUndone) broughtBack(world, meant, sent, again.at)
}

/** More than half of those who know the sender give it back. */
function broughtBack(world: EleventhWorld, meant: Send, sent: Send, after: number): void {
  const { chance } = world
  const one = recipientOf(sent.to)
  if (!cast.some(({ id }) => id === one) || !chance.percent(55)) return
  const isSame = one === recipientOf(meant.to)
  const fen = Number(isSame ? sent.total - meant.total : sent.total)
  const words = chance.pick(['退你', '你转错了', '退回', ''])
  if (fen > 0)
    pay(world, one!, sent.from, fen, later(after, chance.whole(3, 1_200)), { words, packet: false })
}

function recipientsOf({ groups }: EleventhWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

/** What was meant for one and is laid in a group is a packet that anybody opens. */
function as({ groups }: EleventhWorld, meant: Send, to: Recipients): Send {
  if (to.way !== 'group' || meant.to.way === 'group') return meant
  const size = groups.find(({ id }) => id === to.id)!.members.length
  return { ...meant, kind: 'lucky', split: 'wechat', count: Math.min(1, size) }
}

function claimsOf(world: EleventhWorld, meant: Send, to: Recipients): Send['claims'] {
  const { claims, from, at, to: meantTo } = meant
  if (to === meantTo) return claims
  if (to.way !== 'group') return claims.map(({ afterMs }) => ({ afterMs, by: recipientOf(to)! }))
  const there = membersAt(world, to.id, at).filter((id) => id !== from)
  const openers = world.chance.some(there, Math.min(there.length, claims.length))
  return openers.map((by, n) => ({ by, afterMs: claims[n]!.afterMs }))
}

/** The person, or the group, that a send is to. */
export function targetOf({ to }: Send): string {
  return recipientOf(to) ?? (to.way === 'group' ? to.id : '')
}
