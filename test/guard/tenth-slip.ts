/**
 * How sends of the tenth crowd go wrong. A slip takes the place of a send that was meant, from the fourth week
 * on, and what it does not touch stays as it was meant. Some never notice; some undo it in time; some notice too
 * late. Who noticed sends the right one after it, and some who were too late get their money back: both ordinary.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { later, pay } from './tenth-pay.ts'
import { moment, type SlipKind, type TenthWorld } from './tenth-world.ts'

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
  at?: number
  screen?: Partial<ScreenFacts>
}

/** The person, or the group, that a send is to. */
export function targetOf({ to }: Send): string {
  return recipientOf(to) ?? (to.way === 'group' ? to.id : '')
}

/** Draws sends that were meant until so many went wrong; `changeOf` says how, or null where this one cannot. */
export function goWrong(
  world: TenthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips } = world
  const open = sends.filter(({ id, at }) => at >= moment(firstDay, 0) && id.startsWith('t'))
  const all = new Set(open)
  for (let left = count; left > 0 && all.size > 0;) {
    const meant = chance.pick(open)
    if (!all.delete(meant) || !sends.includes(meant)) continue
    if (sends.filter(({ from, id }) => from === meant.from && slips.has(id)).length >= mostOfOne) continue
    const change = changeOf(meant)
    if (change === null) continue
    replace(world, kind, meant, change)
    left -= 1
  }
}

function replace(world: TenthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips, hands } = world
  const fate = chance.whole(1, 100)
  const isUnseen = fate <= 38
  const isUndone = fate > 70
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const sent: Send = {
    ...meant,
    to,
    id: `slip-${meant.id}`,
    at: change.at ?? meant.at,
    total: change.total ?? meant.total,
    claims: isUndone ? [] : claimsOf(world, meant, to),
    steps: isUndone ? [{ verb: 'undo', afterMs: chance.whole(2_500, 9_500) }] : [],
    mistake: { kind: mistakeOf[kind] ?? 'wrong_person', meant: targetOf(meant) },
  }
  const seen = screens.get(meant.id)
  if (seen) screens.set(sent.id, { ...(kind === 'twice' ? anew(world, seen) : seen), ...change.screen })
  sends.push(sent)
  slips.set(sent.id, {
    kind,
    meant: `${Number(meant.total) / 100} to ${targetOf(meant)}`,
    visible: false,
    why: '',
  })
  const one = recipientOf(sent.to)
  const mayReturn = !isUnseen && !isUndone && one !== undefined && hands.has(one) && chance.percent(60)
  let last = sent.at
  if (kind !== 'twice') {
    sends.splice(sends.indexOf(meant), 1)
    if (isUnseen) return
    const wait = isUndone || chance.percent(60) ? chance.whole(1, 25) : chance.whole(40, 1_500)
    const again = { ...meant, id: `again-${meant.id}`, at: later(sent.at, wait) }
    sends.push(again)
    if (seen) screens.set(again.id, anew(world, seen))
    last = again.at
  }
  if (!mayReturn) return
  const back = sent.total > meant.total ? sent.total - meant.total : sent.total
  const at = later(last, chance.whole(4, 800))
  pay(world, one, sent.from, Number(back), at, '退你,转错了吧,多转了退回,', { packet: false })
}

/** The same hand at the same thing once more. */
function anew({ chance }: TenthWorld, seen: ScreenFacts): ScreenFacts {
  const dwellMs = Math.round(((seen.dwellMs ?? 4_000) * chance.whole(50, 150)) / 100)
  return { ...seen, dwellMs, amountEdits: 0, recipientChanges: 0, backAndForth: 0 }
}

function recipientsOf({ groups }: TenthWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

function claimsOf({ chance, groups }: TenthWorld, meant: Send, to: Recipients): Send['claims'] {
  if (to === meant.to) return meant.claims
  if (to.way !== 'group') return meant.claims.map(({ afterMs }) => ({ afterMs, by: recipientOf(to)! }))
  const members = groups.find(({ id }) => id === to.id)!.members.filter((id) => id !== meant.from)
  const openers = chance.some(members, Math.min(members.length, meant.claims.length))
  return openers.map((by, i) => ({ by, afterMs: meant.claims[i]!.afterMs }))
}
