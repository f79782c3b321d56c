/** The mis-sends of the fourteenth crowd, kind by kind; none is drawn for what it looks like afterwards. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'
import { idsOf } from './fourteenth-cast.ts'
import { sharedWith } from './fourteenth-names.ts'
import { goWrong, soon, type Change } from './fourteenth-slip.ts'
import { addAnyone, addPerson, seenAs, type FourteenthWorld } from './fourteenth-world.ts'

/** All of them, the frequent kinds first. */
export function makeMistakes(world: FourteenthWorld): void {
  const { chance } = world
  goWrong(world, 'wrong_name', 38, (send) => toLikeName(world, send))
  goWrong(world, 'last_chat', 28, (send) => toLastChat(world, send))
  goWrong(world, 'extra_zero', 16, (send) => withMore(send, send.total * 10n, chance.percent(20) ? 1 : 0))
  goWrong(world, 'twice', 14, (send) => again(world, send))
  goWrong(world, 'wrong_group', 12, (send) => toOtherGroup(world, send))
  goWrong(world, 'list_neighbour', 9, (send) => toNeighbour(world, send))
  goWrong(world, 'lost_point', 7, (send) => withoutPoint(send))
  goWrong(world, 'wrong_digit', 5, (send) => withOtherDigit(world, send))
  goWrong(world, 'wrong_number', 4, (send) => toStranger(world, send))
  goWrong(world, 'old_account', 4, (send) => toOldAccount(world, send))
  goWrong(world, 'wrong_return', 6, (send) => backElsewhere(world, send))
  goWrong(world, 'clone', 5, (send) => toClone(world, send))
}

/** The one whom a send is to, where it is to one and not before a group. */
const payeeOf = (send: Send): string | undefined =>
  send.to.way === 'members' ? recipientOf(send.to) : undefined

/** Whom somebody could have before them: contacts, and those they paid. */
function around({ contacts, sends }: FourteenthWorld, { from, at }: Send): string[] {
  const paid = sends.filter((one) => one.from === from && one.at < at).map(payeeOf)
  const ids = new Set([...contacts.get(from)!.keys(), ...paid.filter((one) => one !== undefined)])
  ids.delete(from)
  return [...ids]
}

/** A surname, a trade or a sound they have in common: the more of it, the likelier; a few come from a search. */
function toLikeName(world: FourteenthWorld, send: Send): Change | null {
  const { chance } = world
  const one = payeeOf(send)
  if (one === undefined) return null
  const name = seenAs(world, send.from, one)
  const weighed = around(world, send).flatMap((id) => {
    const shared = id === one ? 0 : sharedWith(name, seenAs(world, send.from, id))
    return Array.from({ length: shared ** 3 }, () => id)
  })
  if (weighed.length === 0) return null
  const place = chance.whole(1, 100)
  const chosenFrom = place <= 30 ? 'contacts' : place <= 65 ? 'search' : place <= 85 ? 'recent' : 'chat'
  return { to: chance.pick(weighed), screen: { chosenFrom } }
}

/** Whoever wrote last: somebody money passes with today, or anybody kept, and then nothing shows it. */
function toLastChat(world: FourteenthWorld, send: Send): Change | null {
  const { chance, sends } = world
  const one = payeeOf(send)
  if (one === undefined) return null
  const near = sends.filter(({ at }) => at < send.at && at > send.at - 3 * hourMs)
  const passed = near
    .filter(({ from, to }) => from === send.from || recipientOf(to) === send.from)
    .map((each) => (each.from === send.from ? payeeOf(each) : each.from))
    .filter((id) => id !== undefined && id !== one && id !== send.from)
  const known = around(world, send).filter((id) => id !== one)
  const to = passed.length > 0 && chance.percent(60) ? chance.pick(passed) : chance.pick(known)
  return to === undefined ? null : { to, screen: { chosenFrom: 'chat', recipientChanges: 0 } }
}

/** The row above or below, among those paid of late. */
function toNeighbour(world: FourteenthWorld, send: Send): Change | null {
  const { chance, sends } = world
  const one = payeeOf(send)
  if (one === undefined) return null
  const mine = sends.filter(({ from, at }) => from === send.from && at < send.at && at > send.at - 30 * dayMs)
  const latest = [...mine].sort((a, b) => b.at - a.at).map(payeeOf)
  const rows = [...new Set(latest)].filter((id) => id !== undefined)
  const at = rows.indexOf(one)
  const to = at < 0 ? undefined : rows[at + (chance.percent(50) ? 1 : -1)]
  return to === undefined ? null : { to, screen: { chosenFrom: 'recent' } }
}

/** A sum that a packet to one person can hold, if it is one. */
function withMore(send: Send, total: bigint, amountEdits: number): Change | null {
  const most = send.kind === 'direct' ? 20_000n : 5_000_000n
  return total > most || total === send.total || total <= 0n ? null : { total, screen: { amountEdits } }
}

/** 26.8 becomes 268. */
function withoutPoint(send: Send): Change | null {
  if (send.total % 100n === 0n) return null
  return withMore(send, send.total * (send.total % 10n === 0n ? 10n : 100n), 0)
}

/** A key beside the right one, a digit twice, or one too few. */
function withOtherDigit({ chance }: FourteenthWorld, send: Send): Change | null {
  const typed = String(send.total / 100n)
  if (typed.length < 2) return null
  const at = chance.whole(0, typed.length - 1)
  const digit = Number(typed[at])
  const beside = digit === 9 ? 8 : digit + 1
  const wrong = [String(beside), `${digit}${digit}`, ''][chance.whole(0, 2)]!
  const yuan = BigInt(typed.slice(0, at) + wrong + typed.slice(at + 1))
  return withMore(send, yuan * 100n + (send.total % 100n), 0)
}

/** It seemed not to go through, or was forgotten; the later one is too much. */
function again(world: FourteenthWorld, send: Send): Change | null {
  const { chance } = world
  if (send.kind === 'exclusive') return null
  const isForgotten = chance.percent(35)
  const wait = isForgotten ? chance.whole(90, 2_600) * minuteMs : soon(world, 25)
  return { at: send.at + wait }
}

function toOtherGroup(world: FourteenthWorld, send: Send): Change | null {
  const { chance, groups } = world
  if (send.to.way !== 'group' || send.kind === 'exclusive') return null
  const { id: meant } = send.to
  const name = groups.find(({ id }) => id === meant)!.name
  const mine = groups.filter(({ id, members }) => id !== meant && members.includes(send.from))
  const weighed = mine.flatMap((one) => Array.from({ length: 1 + sharedWith(name, one.name) }, () => one.id))
  const fits = weighed.filter((id) => groups.find((one) => one.id === id)!.members.length > send.count)
  return fits.length === 0 ? null : { to: chance.pick(fits) }
}

/** A digit of the telephone number is wrong, and somebody has it. */
function toStranger(world: FourteenthWorld, send: Send): Change | null {
  const one = payeeOf(send)
  if (one === undefined || idsOf('shop').includes(one)) return null
  const { id } = addAnyone(world, world.chance.percent(50) ? 'young' : 'older')
  return { to: id, screen: { chosenFrom: 'search' } }
}

function toOldAccount({ oldAccounts, contacts }: FourteenthWorld, send: Send): Change | null {
  const old = oldAccounts.get(payeeOf(send) ?? '')
  return old === undefined || !contacts.get(send.from)!.has(old) ? null : { to: old }
}

/** Asked to send it back, but to another account than it came from. */
function backElsewhere(world: FourteenthWorld, send: Send): Change | null {
  const { chance, returns } = world
  if (!returns.has(send.id) || payeeOf(send) === undefined) return null
  const place = chance.pick(['chat', 'search', 'link'] as const)
  return { to: addAnyone(world, 'young').id, screen: { chosenFrom: place } }
}

/** Somebody with a friend's name and picture; kept a moment ago, or not at all. */
function toClone(world: FourteenthWorld, send: Send): Change | null {
  const { chance, circles, people, contacts } = world
  const one = payeeOf(send)
  const { friends, family } = circles.get(send.from)!
  if (one === undefined || ![...friends, ...family].includes(one)) return null
  const shown = people.find(({ id }) => id === one)!.name
  const like = chance.percent(75) ? shown : chance.pick([`${shown}.`, `${shown} `, shown.replace(/.$/u, '1')])
  const id = addPerson(world, like.trim())
  if (chance.percent(65)) contacts.get(send.from)!.set(id, { alias: null, relation: null })
  return { to: id, screen: { chosenFrom: 'chat' } }
}
