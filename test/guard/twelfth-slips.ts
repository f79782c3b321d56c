/**
 * What goes wrong in the twelfth crowd, and how often: like names and the last chat before all, as most cases that
 * were told of; then a zero too many, the same again, and the rest.
 */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'
import { goWrong, targetOf, type Change } from './twelfth-slip.ts'
import { addPerson, days, keep, moment, type TwelfthWorld } from './twelfth-world.ts'

/** Lets some of what was meant go wrong. */
export function withSlips(world: TwelfthWorld): void {
  goWrong(world, 'like_name', 32, (send) => likeName(world, send))
  goWrong(world, 'last_chat', 28, (send) => lastChat(world, send))
  goWrong(world, 'extra_zero', 18, (send) => extraZero(world, send))
  goWrong(world, 'lost_point', 8, (send) => lostPoint(world, send))
  goWrong(world, 'twice', 16, (send) => twice(world, send))
  goWrong(world, 'wrong_group', 11, (send) => wrongGroup(world, send))
  goWrong(world, 'wrong_return', 7, (send) => wrongReturn(world, send))
  goWrong(world, 'old_account', 7, (send) => oldAccount(world, send))
  goWrong(world, 'clone', 6, (send) => clone(world, send))
}

/** Those one may pick: whom one keeps, and whom one has paid. */
function withinReach({ contacts, sends }: TwelfthWorld, { from, at }: Send): string[] {
  const paid = sends.filter((one) => one.from === from && one.at < at).map((one) => recipientOf(one.to))
  return [...new Set([...contacts.get(from)!.keys(), ...paid])].filter((id) => id !== undefined)
}

function shownAs({ contacts, people }: TwelfthWorld, from: string, id: string): string {
  return contacts.get(from)?.get(id)?.alias ?? people.find((one) => one.id === id)!.name
}

/** Names that an eye in a hurry takes for one another in a list; the given name alone deceives some. */
function isLike(a: string, b: string, isGiven: boolean): boolean {
  const [one, other] = [[...a], [...b]]
  if (a === b || (a.length > 1 && b.startsWith(a)) || (b.length > 1 && a.startsWith(b))) return true
  if (isGiven && a.slice(-2) === b.slice(-2) && one.length === other.length) return true
  const same = one.filter((letter, n) => letter === other[n]).length
  return one.length === other.length && one.length > 2 && one[0] === other[0] && same >= one.length - 1
}

function likeName(world: TwelfthWorld, send: Send): Change | null {
  const { chance } = world
  const one = recipientOf(send.to)
  if (one === undefined) return null
  const name = shownAs(world, send.from, one)
  const before = world.oldAccounts.get(one)
  const others = withinReach(world, send).filter((id) => id !== one && id !== before)
  const isGiven = chance.percent(30)
  const like = others.filter((id) => isLike(shownAs(world, send.from, id), name, isGiven))
  // Two of one surname stand side by side in the list as well, and now and then the finger takes the other.
  const beside = chance.percent(3) ? others.filter((id) => shownAs(world, send.from, id)[0] === name[0]) : []
  const from = like.length > 0 ? like : beside
  if (from.length === 0) return null
  const chosenFrom = chance.pick(['search', 'search', 'contacts', 'contacts', 'recent', 'chat'] as const)
  return { to: chance.pick(from), screen: { chosenFrom } }
}

/** The chat that is on the screen is another's: of the last payment, of one who just paid, of anyone who wrote. */
function lastChat(world: TwelfthWorld, send: Send): Change | null {
  const { chance, sends, contacts } = world
  const one = recipientOf(send.to)
  if (one === undefined) return null
  const lately = sends.filter(({ at }) => at < send.at && at > send.at - 2 * dayMs)
  const paid = lately.filter(({ from }) => from === send.from).map(({ to }) => recipientOf(to))
  const came = lately.filter(({ to }) => recipientOf(to) === send.from).map(({ from }) => from)
  const money = [...paid, ...came].filter((id) => id !== undefined && id !== one) as string[]
  const wrote = [...contacts.get(send.from)!.keys()].filter((id) => id !== one)
  const from = money.length > 0 && chance.percent(45) ? money : wrote
  if (from.length === 0) return null
  return { to: chance.pick(from), screen: { chosenFrom: chance.percent(75) ? 'chat' : 'recent' } }
}

/** No packet holds more than 200 yuan for one. */
function fits({ kind, count }: Send, total: bigint): boolean {
  return kind === 'transfer' ? total <= 10_000_000n : total <= 20_000n * BigInt(count)
}

function extraZero({ chance }: TwelfthWorld, send: Send): Change | null {
  const total = send.total * (chance.percent(92) ? 10n : 100n)
  if (send.total < 300n || send.total > 400_000n || !fits(send, total)) return null
  // Sums in round tens are mistaken the more easily.
  if (send.total % 1_000n !== 0n && chance.percent(60)) return null
  return { total }
}

function lostPoint({ chance }: TwelfthWorld, send: Send): Change | null {
  const { total } = send
  if (total % 100n === 0n) return null
  const typed = total % 10n !== 0n || chance.percent(25) ? total * 100n : total * 10n
  return fits(send, typed) ? { total: typed } : null
}

/** At once, where the screen hung or the first seemed not to go; or later, where it was forgotten. */
function twice({ chance }: TwelfthWorld, send: Send): Change | null {
  if (send.kind === 'exclusive') return null
  const isAtOnce = chance.percent(62)
  if (!isAtOnce && send.total < 3_000n) return null
  const at = send.at + (isAtOnce ? chance.whole(8_000, 9 * minuteMs) : chance.whole(hourMs, 3 * dayMs))
  const local = ((at + 8 * hourMs) % dayMs) / hourMs
  if (local < 6 || at >= moment(days, 0)) return null
  return { at }
}

function wrongGroup({ chance, groups }: TwelfthWorld, send: Send): Change | null {
  const meant = targetOf(send)
  if (send.to.way !== 'group') return null
  const mine = groups.filter(({ id, members }) => id !== meant && members.includes(send.from))
  const wide = mine.filter(({ members }) => members.length > send.count)
  return wide.length === 0 ? null : { to: chance.pick(wide).id }
}

/** Given back, but to another who also paid of late or whom one also keeps. */
function wrongReturn(world: TwelfthWorld, send: Send): Change | null {
  const { chance, sends, contacts } = world
  const one = recipientOf(send.to)
  if (one === undefined || send.kind !== 'transfer') return null
  const came = sends.filter(
    ({ to, at }) => recipientOf(to) === send.from && at < send.at && at > send.at - 6 * dayMs,
  )
  if (!came.some(({ from }) => from === one)) return null
  const others = came.map(({ from }) => from).filter((id) => id !== one)
  const kept = [...contacts.get(send.from)!.keys()].filter((id) => id !== one)
  const from = others.length > 0 && chance.percent(70) ? others : kept
  return from.length === 0 ? null : { to: chance.pick(from) }
}

/** To the account that the payee no longer looks at. */
function oldAccount({ chance, oldAccounts }: TwelfthWorld, send: Send): Change | null {
  const old = oldAccounts.get(recipientOf(send.to) ?? '')
  if (old === undefined) return null
  return { to: old, screen: { chosenFrom: chance.pick(['recent', 'contacts', 'search', 'chat']) } }
}

/** A stranger under the name and face of one they know, who asked for what was due; half of them were added. */
function clone(world: TwelfthWorld, send: Send): Change | null {
  const { chance, people, contacts } = world
  const one = recipientOf(send.to)
  if (one === undefined || send.total < 15_000n || send.kind !== 'transfer') return null
  if (!contacts.get(send.from)?.has(one)) return null
  const fake = addPerson(world, people.find(({ id }) => id === one)!.name)
  if (chance.percent(50)) keep(world, send.from, fake, null, null)
  return { to: fake, screen: { chosenFrom: chance.percent(80) ? 'chat' : 'search' } }
}
