/** How one of the seventh crowd's sends goes wrong, whichever way, and what is done after. */

import type { Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { secondMs } from '../../packages/core/instant.ts'
import { later, pay, targetOf } from './seventh-pay.ts'
import { dayOf, nameOf, type SeventhWorld, type SlipKind } from './seventh-world.ts'

/** From the fourth week on. */
const firstDay = 21

export interface Change {
  to?: string
  total?: bigint
  screen?: Partial<ScreenFacts>
}

export const isToOne = (send: Send) => send.to.way === 'members'

/** Sends that may still go wrong, in a drawn order. */
export function candidates({ chance, sends, slips }: SeventhWorld): Send[] {
  const open = sends.filter(({ at, id }) => dayOf(at) >= firstDay && dayOf(at) < 97 && !slips.has(id))
  return chance.some(open, open.length)
}

export function goWrong(
  world: SeventhWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  let left = count
  for (const send of candidates(world)) {
    if (left === 0) return
    if (kind !== 'wrong_group' && !isToOne(send)) continue
    const change = changeOf(send)
    if (change === null) continue
    spoil(world, kind, send, change)
    left--
  }
}

/** Some notice within the undo, some later; then it is sent as it was meant. */
export function spoil(world: SeventhWorld, kind: SlipKind, send: Send, { to, total, screen }: Change): void {
  const { chance, screens, sends, slips } = world
  const meantFor = targetOf(send)
  const at = sends.indexOf(send)
  const group = to !== undefined && to.startsWith('g')
  const sum = total ?? send.total
  const wrong: Send = {
    ...send,
    total: sum,
    kind: send.kind === 'direct' && sum > 20_000n ? 'transfer' : send.kind,
    to: to === undefined ? send.to : group ? { way: 'group', id: to } : { way: 'members', ids: [to] },
  }
  const seen = screens.get(send.id)
  if (seen) screens.set(send.id, { ...seen, ...screen })
  const words = `${nameOf(world, meantFor)} ${send.total}`
  slips.set(send.id, { kind, meant: words, visible: false, why: '' })
  const isSeen = kind !== 'clone' && chance.percent(18)
  if (isSeen) wrong.steps = [{ verb: 'undo', afterMs: chance.whole(3, 9) * secondMs }]
  sends[at] = wrong
  if (!isSeen && (to === undefined || kind === 'clone' || !chance.percent(55))) return
  const again = pay(
    world,
    send.from,
    meantFor,
    Number(send.total),
    later(send.at, isSeen ? 1 : chance.whole(4, 900)),
    {
      words: send.greeting,
      packet: send.kind === 'direct',
      count: send.count,
      equal: send.kind === 'equal',
    },
  )
  if (seen) screens.set(again.id, { ...seen, amountEdits: 0, backAndForth: 0 })
}

/** One name in another, or one sign other than in it; of two signs, only where the surname is the same. */
export function isLike(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 2) return false
  if (a.includes(b) || b.includes(a)) return true
  const shared = [...a].filter((sign) => b.includes(sign)).length
  if (Math.max(a.length, b.length) === 2) return shared === 1 && a[0] === b[0] && a[0] !== '阿'
  return Math.abs(a.length - b.length) <= 1 && shared >= Math.max(a.length, b.length) - 1
}

/** Those whom somebody could meet in a list: contacts, and whom they paid before. */
export function listOf({ contacts, sends }: SeventhWorld, { from, at }: Send): string[] {
  const paid = sends.filter((one) => one.from === from && one.at < at && isToOne(one)).map(targetOf)
  return [...new Set([...(contacts.get(from)?.keys() ?? []), ...paid])]
}
