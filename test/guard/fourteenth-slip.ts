/**
 * How a send of the fourteenth crowd goes wrong: it takes the place of one that was meant, from the fourth week
 * on. Of twenty four undo it in time; most others notice later and send the right one; some get it back.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { later, pay } from './fourteenth-pay.ts'
import { moment, seenAs, type FourteenthWorld, type SlipKind } from './fourteenth-world.ts'

const firstDay = 21
const mostOfOne = 6

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
  world: FourteenthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips, contacts } = world
  const open = sends.filter(
    ({ id, at, from }) => at >= moment(firstDay, 0) && /^w/.test(id) && contacts.has(from),
  )
  const perSender = new Map<string, number>()
  for (const { id, from } of sends) if (slips.has(id)) perSender.set(from, (perSender.get(from) ?? 0) + 1)
  for (let left = count; left > 0 && open.length > 0;) {
    const [meant] = open.splice(chance.whole(0, open.length - 1), 1)
    const had = perSender.get(meant!.from) ?? 0
    if (had >= mostOfOne || meant!.steps.length > 0 || slips.has(`slip-${meant!.id}`)) continue
    const change = changeOf(meant!)
    if (change === null) continue
    replace(world, kind, meant!, change)
    perSender.set(meant!.from, had + 1)
    left -= 1
  }
}

function replace(world: FourteenthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends, screens, slips } = world
  const isUndone = kind !== 'clone' && kind !== 'wrong_return' && chance.percent(22)
  const to = change.to === undefined ? meant.to : recipientsOf(world, change.to)
  const sent: Send = {
    ...meant,
    to,
    id: `slip-${meant.id}`,
    at: change.at ?? meant.at,
    total: change.total ?? meant.total,
    claims: isUndone ? [] : claimsOf(world, meant, to),
    steps: isUndone ? [{ verb: 'undo', afterMs: chance.whole(3_000, 9_500) }] : [],
    mistake: { kind: mistakeOf[kind] ?? 'wrong_person', meant: meantIn(world, meant) },
  }
  const hand = screens.get(meant.id)
  if (hand) screens.set(sent.id, { ...hand, ...change.screen })
  sends.push(sent)
  slips.set(sent.id, { kind, meant: meantIn(world, meant), visible: false, why: '' })
  if (kind === 'twice') return
  sends.splice(sends.indexOf(meant), 1)
  // Who never noticed, or has lost the money and waits.
  if (!isUndone && chance.percent(40)) return
  const isSum = change.to === undefined
  if (!isSum || isUndone) {
    const again = {
      ...meant,
      id: `again-${meant.id}`,
      at: later(sent.at, isUndone ? 1 : chance.whole(1, 600)),
    }
    sends.push(again)
    if (hand) screens.set(again.id, hand)
  }
  if (!isUndone) askBack(world, sent, meant)
}

/** Somebody honest sends back what was too much, or all of it. */
function askBack(world: FourteenthWorld, sent: Send, meant: Send): void {
  const { chance, slips } = world
  const one = recipientOf(sent.to)
  const kind = slips.get(sent.id)!.kind
  if (one === undefined || kind === 'clone' || kind === 'wrong_return' || !chance.percent(55)) return
  const isSame = recipientOf(meant.to) === one
  const back = Number(isSame ? sent.total - meant.total : sent.total)
  const words = chance.pick(['退你', '转错了吧，退你', '你多转了', ''])
  if (back > 0)
    pay(world, one, sent.from, back, later(sent.at, chance.whole(5, 900)), { words, packet: false })
}

function recipientsOf({ groups }: FourteenthWorld, id: string): Recipients {
  return groups.some((one) => one.id === id) ? { way: 'group', id } : { way: 'members', ids: [id] }
}

function claimsOf({ chance, groups }: FourteenthWorld, meant: Send, to: Recipients): Send['claims'] {
  const { from, claims, to: meantTo } = meant
  if (to === meantTo) return claims
  if (to.way !== 'group') return claims.map(({ afterMs }) => ({ afterMs, by: recipientOf(to)! }))
  const members = groups.find(({ id }) => id === to.id)!.members.filter((id) => id !== from)
  const openers = chance.some(members, Math.min(members.length, claims.length))
  return openers.map((by, i) => ({ by, afterMs: claims[i]!.afterMs }))
}

function meantIn(world: FourteenthWorld, send: Send): string {
  const one = recipientOf(send.to)
  const group = send.to.way === 'group' ? send.to.id : ''
  const name =
    one === undefined ? world.groups.find(({ id }) => id === group)?.name : seenAs(world, send.from, one)
  return `${Number(send.total) / 100}元给${name || '对方'}`
}

/** Some minutes or seconds after. */
export const soon = (world: FourteenthWorld, minutes: number): number =>
  world.chance.percent(70) ? world.chance.whole(8_000, 120_000) : world.chance.whole(2, minutes) * minuteMs
