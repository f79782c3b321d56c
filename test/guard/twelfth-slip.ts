/**
 * How a send of the twelfth crowd goes wrong. A slip takes the place of a send that was meant, from the fourth week
 * on, and what it does not change stays as it was. Of twenty senders eight never notice, six undo it in time, six
 * notice too late; who noticed sends what was meant a little after, which is ordinary.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { later, pay } from './twelfth-pay.ts'
import { moment, type SlipKind, type TwelfthWorld } from './twelfth-world.ts'

const firstDay = 21
const mostOfOne = 7

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
  at?: number
  screen?: Partial<ScreenFacts>
}

/** Draws sends that were meant until so many went wrong; `changeOf` says how, or null where this one cannot. */
export function goWrong(
  world: TwelfthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips } = world
  const open = sends.filter(({ id, at }) => at >= moment(firstDay, 0) && id.startsWith('t'))
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

function replace(world: TwelfthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips } = world
  const fate = chance.whole(1, 20)
  const isUndone = fate > 8 && fate <= 14
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const sent: Send = {
    ...meant,
    to,
    id: `s-${meant.id}`,
    at: change.at ?? meant.at,
    total: change.total ?? meant.total,
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
  if (fate <= 8) return
  const again = { ...meant, id: `r-${meant.id}`, at: sent.at + chance.whole(1, 45) * minuteMs }
  sends.push(again)
  if (hand) screens.set(again.id, hand)
  withReturn(world, sent, meant, isUndone)
}

/** Those of the crowd mostly give back what came by mistake. */
function withReturn(world: TwelfthWorld, sent: Send, { total }: Send, isUndone: boolean): void {
  const { chance, kinds, slips } = world
  const one = recipientOf(sent.to)
  if (isUndone || one === undefined || kinds.get(one) === 'payee' || !chance.percent(65)) return
  const { kind } = slips.get(sent.id)!
  const isMore = kind === 'extra_zero' || kind === 'lost_point'
  const back = Number(isMore ? sent.total - total : sent.total)
  const words = chance.pick(['退你', '转错了？', '多了，退回', ''])
  pay(world, one, sent.from, back, later(sent.at, chance.whole(4, 1_200)), words, { packet: false })
}

function recipientsOf({ groups }: TwelfthWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

function claimsOf(
  { chance, groups }: TwelfthWorld,
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
