/**
 * What goes wrong in the fifteenth crowd, by kind: people of like names, the chat that was open, a neighbour in a
 * list, a zero or a point, twice, a group for another, a return to the wrong account, an account that only looks
 * like somebody's.
 */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, secondMs } from '../../packages/core/instant.ts'
import { goWrong, targetOf, type Change } from './fifteenth-slip.ts'
import { addPerson, type FifteenthWorld } from './fifteenth-world.ts'

/** All of them, in the order of how often each happens. */
export function withMistakes(world: FifteenthWorld): void {
  const { chance } = world
  goWrong(world, 'wrong_name', 31, (send) => wrongName(world, send))
  goWrong(world, 'last_chat', 29, (send) => lastChat(world, send))
  goWrong(world, 'next_in_list', 14, (send) => nextInList(world, send))
  goWrong(world, 'extra_zero', 18, (send) => extraZero(world, send))
  goWrong(world, 'lost_point', 8, ({ total }) =>
    total % 100n === 0n || total > 60_000n ? null : { total: total * (total % 10n === 0n ? 10n : 100n) },
  )
  goWrong(world, 'twice', 16, ({ at }) => ({
    at: at + chance.whole(8, chance.pick([90, 600, 9_000])) * secondMs,
  }))
  goWrong(world, 'wrong_group', 12, (send) => wrongGroup(world, send))
  goWrong(world, 'wrong_return', 6, (send) => wrongReturn(world, send))
  goWrong(world, 'clone', 6, (send) => clone(world, send))
}

function nameOf({ people }: FifteenthWorld, id: string): string {
  return people.find((one) => one.id === id)!.name
}

/** What this sender reads in their list. */
function shownTo(world: FifteenthWorld, from: string, id: string): string {
  return world.contacts.get(from)?.get(id)?.alias ?? nameOf(world, id)
}

/** Whom this sender could come upon: those they keep, have paid, or share a small group with. */
function aroundOf(world: FifteenthWorld, { from, at, to }: Send): string[] {
  const paid = world.sends
    .filter((one) => one.from === from && one.at < at)
    .map((one) => recipientOf(one.to) ?? '')
  const beside = world.groups.filter(({ members }) => members.length < 20 && members.includes(from))
  const all = new Set([
    ...(world.contacts.get(from)?.keys() ?? []),
    ...paid,
    ...beside.flatMap((one) => one.members),
  ])
  for (const id of ['', from, recipientOf({ ...to } as Send['to']) ?? '']) all.delete(id)
  return [...all]
}

/** How easily one shown name is taken for another, of a hundred. */
function closeness(a: string, b: string): number {
  if (a === b) return 100
  const shared = [...new Set(a)].filter((sign) => b.includes(sign) && sign.trim() !== '').length
  if (a[0] === b[0]) return shared >= 2 ? 75 : a.length === b.length ? 14 : 6
  return shared >= 2 ? 45 : a.at(-1) === b.at(-1) && a.length === b.length ? 10 : 0
}

/** Somebody of a like name, where the sender has such a one: the liker, the likelier. */
function wrongName(world: FifteenthWorld, send: Send): Change | null {
  const { chance } = world
  const meant = recipientOf(send.to)
  if (meant === undefined) return null
  const shown = shownTo(world, send.from, meant)
  const like = aroundOf(world, send)
    .map((id) => ({ id, score: closeness(shown, shownTo(world, send.from, id)) }))
    .toSorted((a, b) => b.score - a.score)[0]
  if (!like || !chance.percent(like.score)) return null
  const chosenFrom = chance.pick(['search', 'contacts', 'search', 'recent', 'chat'] as const)
  return { to: like.id, screen: { chosenFrom } }
}

/** Whoever was spoken with last: half of the time money had just passed, else only words. */
function lastChat(world: FifteenthWorld, send: Send): Change | null {
  const { chance, sends, kinds } = world
  const meant = recipientOf(send.to)
  if (meant === undefined) return null
  const chosenFrom = chance.percent(85) ? 'chat' : 'recent'
  const screen: Partial<ScreenFacts> = { chosenFrom }
  if (chance.percent(50)) {
    const last = sends
      .filter((one) => one.at < send.at && one.at > send.at - 2 * dayMs)
      .filter((one) => one.from === send.from || recipientOf(one.to) === send.from)
      .toSorted((a, b) => b.at - a.at)
      .map((one) => (one.from === send.from ? recipientOf(one.to) : one.from))
      .find((id) => id !== undefined && id !== meant)
    return last === undefined ? null : { to: last, screen }
  }
  const others = aroundOf(world, send).filter((id) => kinds.get(id) !== 'payee' || chance.percent(25))
  return others.length === 0 ? null : { to: chance.pick(others), screen }
}

/** One line too high or too low, among those paid lately or in the list by name. */
function nextInList(world: FifteenthWorld, send: Send): Change | null {
  const { chance, sends, contacts } = world
  const meant = recipientOf(send.to)
  if (meant === undefined) return null
  const isRecent = chance.percent(55)
  const lately = sends
    .filter((one) => one.from === send.from && one.at < send.at)
    .toSorted((a, b) => b.at - a.at)
    .flatMap((one) => recipientOf(one.to) ?? [])
  const byName = [...(contacts.get(send.from)?.keys() ?? [])].toSorted((a, b) =>
    shownTo(world, send.from, a) < shownTo(world, send.from, b) ? -1 : 1,
  )
  const list = [...new Set(isRecent ? lately : byName)]
  const place = list.indexOf(meant)
  const to = place < 0 ? undefined : list[place + chance.pick([-1, 1])]
  return to === undefined ? null : { to, screen: { chosenFrom: isRecent ? 'recent' : 'contacts' } }
}

/** A zero too many; the more it comes to, the more likely it is seen before, or cannot be paid. */
function extraZero({ chance, hands }: FifteenthWorld, { from, total }: Send): Change | null {
  if (total > 300_000n || (total > 60_000n && !chance.percent(25)) || total < 500n) return null
  const isSlow = (hands.get(from)?.doubts ?? 0) > 12
  return {
    total: total * 10n,
    screen: isSlow && chance.percent(30) ? { amountEdits: chance.whole(1, 2) } : {},
  }
}

function wrongGroup(world: FifteenthWorld, send: Send): Change | null {
  const { chance, groups } = world
  if (send.to.way !== 'group') return null
  const meant = targetOf(send)
  const mine = groups.filter(({ id, members }) => id !== meant && members.includes(send.from))
  if (mine.length === 0) return null
  const name = groups.find(({ id }) => id === meant)!.name
  const like = mine.filter((one) => closeness(one.name, name) >= 45)
  const to = chance.pick(like.length > 0 && chance.percent(60) ? like : mine).id
  return { to, screen: { chosenFrom: chance.percent(90) ? 'chat' : 'recent' } }
}

/** Money that was to go back goes to another account: a second one of theirs, or another who had sent some. */
function wrongReturn(world: FifteenthWorld, send: Send): Change | null {
  const { chance, sends, returns } = world
  const meant = recipientOf(send.to)
  if (meant === undefined || !returns.has(send.id)) return null
  if (chance.percent(50)) {
    const name = nameOf(world, meant)
    const second = addPerson(world, chance.pick([`${name}小号`, `${name}2`, '新号', '财务收款', name]))
    return { to: second, screen: { chosenFrom: 'chat' } }
  }
  const came = sends.filter(
    (one) =>
      recipientOf(one.to) === send.from && one.from !== meant && Math.abs(one.at - send.at) < 9 * dayMs,
  )
  return came.length === 0 ? null : { to: chance.pick(came).from }
}

/** Somebody with the face and the name of one they know writes, and gets what was for that one. */
function clone(world: FifteenthWorld, send: Send): Change | null {
  const { chance } = world
  const meant = recipientOf(send.to)
  if (meant === undefined || !world.contacts.get(send.from)?.has(meant) || send.total < 10_000n) return null
  const name = shownTo(world, send.from, meant)
  const to = addPerson(world, chance.percent(70) ? nameOf(world, meant) : name)
  return {
    to,
    at: send.at + chance.whole(0, 1) * hourMs,
    screen: { chosenFrom: chance.percent(80) ? 'chat' : 'search' },
  }
}
