/**
 * How sends of the fifteenth crowd go wrong, in the place of sends that were meant, from the fourth week on. Some
 * never notice, some undo it in time, some notice too late; who noticed sends the right one soon after, and some
 * get back what went astray.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { later, pay } from './fifteenth-pay.ts'
import { moment } from './fifteenth-calendar.ts'
import type { FifteenthWorld, SlipKind } from './fifteenth-world.ts'

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
  world: FifteenthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips, contacts } = world
  const open = sends.filter(
    (one) => one.at >= moment(firstDay, 0) && one.id.startsWith('f') && contacts.has(one.from),
  )
  for (let left = count; left > 0 && open.length > 0;) {
    const [meant] = open.splice(chance.whole(0, open.length - 1), 1)
    if (!sends.includes(meant!) || slips.has(`slip-${meant!.id}`)) continue
    if (sends.filter(({ from, id }) => from === meant!.from && slips.has(id)).length >= mostOfOne) continue
    const change = changeOf(meant!)
    if (change === null) continue
    replace(world, kind, meant!, change)
    left -= 1
  }
}

function replace(world: FifteenthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips } = world
  const fate = chance.pick(['unseen', 'undone', 'late', 'late'] as const)
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const sent: Send = {
    ...meant,
    to,
    id: `slip-${meant.id}`,
    at: change.at ?? meant.at,
    total: change.total ?? meant.total,
    claims: fate === 'undone' ? [] : claimsOf(world, meant, to),
    steps: fate === 'undone' ? [{ verb: 'undo', afterMs: chance.whole(2_000, 9_500) }] : [],
    mistake: { kind: mistakeOf[kind] ?? 'wrong_person', meant: targetOf(meant) },
  }
  const screen = screens.get(meant.id)
  if (screen) screens.set(sent.id, { ...screen, ...change.screen })
  sends.push(sent)
  slips.set(sent.id, {
    kind,
    meant: `${Number(meant.total) / 100} to ${targetOf(meant)}`,
    visible: false,
    why: '',
  })
  const isMore = kind === 'extra_zero' || kind === 'lost_point'
  if (kind !== 'twice') {
    sends.splice(sends.indexOf(meant), 1)
    if (fate === 'undone' || (fate === 'late' && !isMore)) again(world, meant, sent.at)
  }
  // To a cloned account nobody sends back.
  const one = recipientOf(sent.to)
  if (fate !== 'late' || one === undefined || kind === 'clone' || !chance.percent(55)) return
  const back = Number(isMore ? sent.total - meant.total : sent.total)
  const words = chance.pick(['退你', '发错了吧', '多了', ''])
  pay(world, one, sent.from, back, later(sent.at, chance.whole(6, 1_200)), {
    words,
    packet: false,
    back: true,
  })
}

/** What was meant, once the slip is noticed; where only the sum was too much and it is gone, nobody sends it again. */
function again({ chance, sends, screens }: FifteenthWorld, meant: Send, at: number): void {
  const right = { ...meant, id: `right-${meant.id}`, at: at + chance.whole(1, 60) * minuteMs }
  const screen = screens.get(meant.id)
  sends.push(right)
  if (screen) screens.set(right.id, screen)
}

function recipientsOf({ groups }: FifteenthWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

function claimsOf({ chance, groups }: FifteenthWorld, meant: Send, to: Recipients): Send['claims'] {
  if (to === meant.to) return meant.claims
  if (to.way !== 'group') return meant.claims.map(({ afterMs }) => ({ afterMs, by: recipientOf(to)! }))
  const members = groups.find(({ id }) => id === to.id)!.members.filter((id) => id !== meant.from)
  const openers = chance.some(members, Math.min(members.length, meant.claims.length))
  return openers.map((by, i) => ({ by, afterMs: meant.claims[i]!.afterMs }))
}

/** The person, or the group, that a send is to. */
export function targetOf({ to }: Send): string {
  return recipientOf(to) ?? (to.way === 'group' ? to.id : '')
}
