/**
 * What goes wrong in the sixth crowd. As in the cases that were reported, a like name and the chat that was open before
 * lead, then a zero too many; the rest is a point not typed, digits changed, the same twice, the wrong group, money
 * given back to another, and a copy of somebody's account.
 */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'
import { likeName, strangerName } from './sixth-names.ts'
import { targetOf } from './sixth-hand.ts'
import { goWrong, type Change } from './sixth-slip.ts'
import { addPerson, type SixthWorld } from './sixth-world.ts'

/** Lets so many of each kind happen. */
export function withMistakes(world: SixthWorld): void {
  goWrong(world, 'wrong_return', 9, (send) => anotherReturn(world, send))
  goWrong(world, 'wrong_name', 40, (send) => anotherOfLikeName(world, send))
  goWrong(world, 'last_chat', 36, (send) => anotherChat(world, send))
  goWrong(world, 'extra_zero', 22, extraZero)
  goWrong(world, 'lost_point', 8, lostPoint)
  goWrong(world, 'wrong_digit', 6, (send) => wrongDigit(world, send))
  goWrong(world, 'wrong_group', 12, (send) => anotherGroup(world, send))
  goWrong(world, 'clone', 8, (send) => copyOfAccount(world, send))
  goWrong(world, 'twice', 15, (send) => again(world, send))
}

const nameOf = ({ people }: SixthWorld, id: string) => people.find((one) => one.id === id)!.name

function knows({ contacts, sends }: SixthWorld, { from, at }: Send, one: string): boolean {
  if (contacts.get(from)?.has(one)) return true
  return sends.some((send) => send.from === from && send.at < at && recipientOf(send.to) === one)
}

function anotherOfLikeName(world: SixthWorld, send: Send): Change | null {
  const { chance, likes } = world
  const one = recipientOf(send.to)
  if (one === undefined) return null
  const known = (likes.get(one) ?? []).filter((other) => other !== send.from && knows(world, send, other))
  if (known.length > 0)
    return { to: chance.pick(known), screen: { chosenFrom: chance.pick(['contacts', 'search', 'recent']) } }
  // Nobody of that name is known: the search finds one all the same.
  if (!chance.percent(4)) return null
  const to = addPerson(world, likeName(chance, nameOf(world, one)))
  return { to, screen: { chosenFrom: 'search' } }
}

function anotherChat(world: SixthWorld, send: Send): Change | null {
  const { chance, contacts } = world
  const one = recipientOf(send.to)
  if (one === undefined) return null
  const lately = lastWith(world, send).filter((id) => id !== one && id !== send.from)
  const kept = [...(contacts.get(send.from)?.keys() ?? [])].filter((id) => id !== one)
  // Whoever wrote last need not have had money.
  const to = lately.length > 0 && chance.percent(62) ? chance.pick(lately) : chance.pick(kept)
  return { to, screen: { chosenFrom: chance.percent(65) ? 'chat' : 'recent' } }
}

/** The last few with whom money passed, either way. */
function lastWith({ sends }: SixthWorld, { from, at }: Send): string[] {
  return sends
    .filter((one) => one.at < at && one.at > at - 3 * dayMs)
    .filter((one) => one.from === from || recipientOf(one.to) === from)
    .toSorted((a, b) => b.at - a.at)
    .map((one) => (one.from === from ? (recipientOf(one.to) ?? from) : one.from))
    .slice(0, 4)
}

/** What a packet to one person holds at most, and a transfer. */
const holds = ({ kind }: Send, total: bigint) => total <= (kind === 'transfer' ? 5_000_000n : 20_000n)

function extraZero(send: Send): Change | null {
  const total = send.total * 10n
  if (recipientOf(send.to) === undefined || send.total < 500n || !holds(send, total)) return null
  return { total, screen: { amountEdits: 0 } }
}

function lostPoint(send: Send): Change | null {
  const total = send.total * (send.total % 10n === 0n ? 10n : 100n)
  if (recipientOf(send.to) === undefined || send.total % 100n === 0n || !holds(send, total)) return null
  return { total }
}

/** Two digits in the wrong order, or one typed twice. */
function wrongDigit({ chance }: SixthWorld, send: Send): Change | null {
  if (recipientOf(send.to) === undefined || send.total % 100n !== 0n || send.total < 1_000n) return null
  const digits = [...String(send.total / 100n)]
  const place = chance.whole(0, digits.length - 2)
  const swapped = digits.with(place, digits[place + 1]!).with(place + 1, digits[place]!)
  const doubled = digits.toSpliced(place, 0, digits[place]!)
  const total = BigInt((chance.percent(60) ? swapped : doubled).join('')) * 100n
  return total > send.total && holds(send, total) ? { total } : null
}

function again({ chance }: SixthWorld, send: Send): Change | null {
  if (recipientOf(send.to) === undefined) return null
  // Most tap again at once, as nothing seemed to happen; some forget in the evening what they did at noon.
  const minutes = chance.percent(66) ? chance.whole(1, 12) : chance.whole(120, 1_700)
  return { to: targetOf(send), after: minutes * minuteMs }
}

function anotherGroup(world: SixthWorld, send: Send): Change | null {
  const { chance, groups } = world
  const own = groups.filter(({ id, members }) => members.includes(send.from) && id !== targetOf(send))
  if (own.length === 0) return null
  const isToOne = recipientOf(send.to) !== undefined
  // A packet for one person that all may open, in one case of three.
  if (isToOne && (send.kind !== 'direct' || !chance.percent(40))) return null
  if (!isToOne && !chance.percent(30)) return null
  return { to: chance.pick(own).id, screen: { chosenFrom: 'chat' } }
}

function anotherReturn(world: SixthWorld, send: Send): Change | null {
  const { chance, returns, likes } = world
  const one = recipientOf(send.to)
  if (one === undefined || !returns.has(send.id)) return null
  const way = chance.whole(1, 100)
  const known = (likes.get(one) ?? []).filter((other) => other !== send.from && knows(world, send, other))
  if (known.length > 0 && way <= 60) return { to: chance.pick(known) }
  if (way <= 45) return anotherChat(world, send)
  // “Send it back to this account, please.”
  const name = chance.percent(40) ? nameOf(world, one) : strangerName(chance)
  return { to: addPerson(world, name), screen: { chosenFrom: chance.pick(['chat', 'search']) } }
}

function copyOfAccount(world: SixthWorld, send: Send): Change | null {
  const { chance, contacts } = world
  const one = recipientOf(send.to)
  if (one === undefined || !contacts.get(send.from)?.has(one)) return null
  const to = addPerson(world, nameOf(world, one))
  const screen = { chosenFrom: 'chat' as const, dwellMs: chance.whole(3, 90) * 1_000 }
  if (chance.percent(50)) return { to, screen }
  const total = BigInt(chance.pick([500, 800, 1_000, 2_000, 3_000, 5_000]) * 100)
  const words = chance.pick(['', '先借你', '急用', '手机坏了先转这个号'])
  return send.kind === 'transfer' ? { to, total, words, screen, after: hourMs / 4 } : { to, screen }
}
