/**
 * How sends of the fifth crowd go wrong. A slip takes the place of a send that was meant, from the fourth
 * week on. Of twenty senders seven never notice, seven undo it in time, six notice too late; who noticed
 * sends the right one after it, which is ordinary, and of those who were too late some get their money back,
 * which is ordinary as well.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { later, pay } from './fifth-pay.ts'
import { moment, type FifthWorld, type SlipKind } from './fifth-world.ts'

const firstDay = 21
const mostOfOne = 6

const mistakeOf: Partial<Record<SlipKind, Mistake>> = {
  extra_zero: 'extra_zero',
  lost_point: 'extra_zero',
  twice: 'duplicate',
  wrong_group: 'wrong_group',
}

/** What is other than it was meant. */
export interface Change {
  to?: string
  total?: bigint
  words?: string
  at?: number
  screen?: Partial<ScreenFacts>
}

/**
 * Draws sends that were meant until so many went wrong; `changeOf` says how, or null where this one cannot.
 */
export function goWrong(
  world: FifthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips } = world
  const open = sends.filter(({ id, at }) => at >= moment(firstDay, 0) && id.startsWith('w'))
  for (let left = count; left > 0 && open.length > 0;) {
    const [meant] = open.splice(chance.whole(0, open.length - 1), 1)
    const isOf = ({ from, id }: Send) => from === meant!.from && slips.has(id)
    if (!sends.includes(meant!) || sends.filter(isOf).length >= mostOfOne) continue
    const change = changeOf(meant!)
    if (change === null) continue
    replace(world, kind, meant!, change)
    left -= 1
  }
}

function replace(world: FifthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips } = world
  const fate = chance.whole(1, 20)
  const isUndone = fate > 7 && fate <= 14
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const sent: Send = {
    ...meant,
    to,
    id: `slip-${meant.id}`,
    at: change.at ?? meant.at,
    total: change.total ?? meant.total,
    greeting: change.words ?? meant.greeting,
    claims: isUndone ? [] : claimsOf(world, meant, to),
    steps: isUndone ? [{ verb: 'undo', afterMs: chance.whole(3_000, 9_000) }] : [],
    mistake: { kind: mistakeOf[kind] ?? 'wrong_person', meant: targetOf(meant) },
  }
  const hand = screens.get(meant.id)
  if (hand) screens.set(sent.id, { ...hand, ...change.screen })
  sends.push(sent)
  slips.set(sent.id, { kind, meant: aimOf(meant), visible: false, why: '' })
  if (kind === 'twice') return
  sends.splice(sends.indexOf(meant), 1)
  if (fate <= 7) return
  const again = { ...meant, id: `again-${meant.id}`, at: sent.at + chance.whole(1, 40) * minuteMs }
  sends.push(again)
  if (hand) screens.set(again.id, hand)
  const one = recipientOf(sent.to)
  if (isUndone || one === undefined || world.kinds.get(one) === 'payee' || !chance.percent(60)) return
  const isMore = kind === 'extra_zero' || kind === 'lost_point'
  const back = Number(isMore ? sent.total - meant.total : sent.total)
  const words = chance.pick(['退你', '转错了吧，退你', '多转了退回'])
  pay(world, one, sent.from, back, later(again.at, chance.whole(5, 900)), { words, packet: false })
}

function recipientsOf({ groups }: FifthWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

function claimsOf(
  { chance, groups }: FifthWorld,
  { from, claims, to: meantTo }: Send,
  to: Recipients,
): Send['claims'] {
  if (to === meantTo) return claims
  if (to.way !== 'group') return claims.map(({ afterMs }) => ({ afterMs, by: recipientOf(to)! }))
  const members = groups.find(({ id }) => id === to.id)!.members.filter((id) => id !== from)
  const openers = chance.some(members, Math.min(members.length, claims.length))
  return openers.map((by, i) => ({ by, afterMs: claims[i]!.afterMs }))
}

/** The person, or the group, that a send is to. */
export function targetOf({ to }: Send): string {
  return recipientOf(to) ?? (to.way === 'group' ? to.id : '')
}

function aimOf(send: Send): string {
  return `${Number(send.total) / 100} to ${targetOf(send)}`
}
