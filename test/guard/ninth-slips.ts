/** The mis-sends of the ninth crowd, kind by kind, at about the shares that are told of real ones. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { ChosenFrom } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs } from '../../packages/core/instant.ts'
import { senders } from './ninth-cast.ts'
import { likeName, soundsLike, strangerName } from './ninth-names.ts'
import { bill, pay } from './ninth-pay.ts'
import { goWrong, mark, targetOf, type Change } from './ninth-slip.ts'
import { addPerson, isThere, moment, nameOf, type NinthWorld } from './ninth-world.ts'

/** Lets some of what was meant go wrong. */
export function withSlips(world: NinthWorld): void {
  goWrong(world, 'like_name', 38, (send) => toLikeName(world, send))
  goWrong(world, 'last_chat', 33, (send) => toLastChat(world, send))
  goWrong(world, 'extra_zero', 26, (send) => withZero(world, send))
  goWrong(world, 'lost_point', 9, withoutPoint)
  goWrong(world, 'wrong_group', 12, (send) => toOtherGroup(world, send))
  goWrong(world, 'wrong_return', 5, (send) => returnAstray(world, send))
  goWrong(world, 'clone', 8, (send) => toClone(world, send))
  // Last, so that the first of the two stays right.
  goWrong(world, 'twice', 18, () => again(world))
  for (let left = 6; left > 0; left -= 1) askedBack(world)
}

/** Somebody known of a like name where there is one; else, now and then, whoever the search brought up first. */
function toLikeName(world: NinthWorld, send: Send): Change | null {
  const { chance, likes, contacts } = world
  const payee = recipientOf(send.to)
  if (payee === undefined) return null
  const name = nameOf(world, payee)
  const paid = world.sends.filter(({ from, at }) => from === send.from && at < send.at).map(targetOf)
  const known = [...new Set([...contacts.get(send.from)!.keys(), ...paid])]
  const alike = known.filter((id) => id !== payee && isAlike(world, id, name))
  const kept = likes.filter(({ by, one }) => by === send.from && one === payee).map(({ other }) => other)
  const screen = { chosenFrom: chance.pick<ChosenFrom>(['contacts', 'contacts', 'search', 'chat']) }
  const others = [...kept, ...alike]
  if (others.length > 0) return { to: chance.pick(others), screen }
  if (!chance.percent(4)) return null
  return { to: addPerson(world, likeName(chance, name)), screen: { chosenFrom: 'search' } }
}

function isAlike(world: NinthWorld, id: string, name: string): boolean {
  const other = world.people.find((one) => one.id === id)?.name
  if (other === undefined) return false
  const [mine, theirs] = [[...name], [...other]]
  const same = mine.filter((letter, at) => soundsLike(letter, theirs[at])).length
  return same * 2 >= Math.max(mine.length, theirs.length) && same >= 2
}

/** The chat that was open: somebody just paid, somebody who just paid, or anybody they talk to. */
function toLastChat(world: NinthWorld, send: Send): Change | null {
  const { chance, sends, contacts } = world
  const payee = recipientOf(send.to)
  if (payee === undefined) return null
  const isNear = ({ at }: Send) => at < send.at && at > send.at - 1.5 * dayMs
  const drawn = chance.whole(1, 100)
  const around = sends.filter(isNear)
  const near =
    drawn <= 40
      ? around.filter(({ from }) => from === send.from).map(({ to }) => recipientOf(to))
      : drawn <= 70
        ? around.filter(({ to }) => recipientOf(to) === send.from).map(({ from }) => from)
        : [...contacts.get(send.from)!.keys()].filter((id) => !id.startsWith('c-'))
  const others = near.filter((id) => id !== undefined && id !== payee)
  if (others.length === 0) return null
  const chosenFrom = chance.pick<ChosenFrom>(['chat', 'chat', 'chat', 'recent'])
  return { to: chance.pick(others)!, screen: { chosenFrom, recipientChanges: 0 } }
}

const mostOfPacket = 20_000n

function withZero({ chance }: NinthWorld, send: Send): Change | null {
  const total = send.total * (chance.percent(8) ? 100n : 10n)
  if (send.total % 100n !== 0n || total > 6_000_000n) return null
  if (send.kind !== 'transfer' && send.to.way === 'members' && total > mostOfPacket) return null
  return { total }
}

function withoutPoint(send: Send): Change | null {
  if (send.total % 100n === 0n || send.to.way !== 'members') return null
  const total = send.total * (send.total % 10n === 0n ? 10n : 100n)
  return send.kind !== 'transfer' && total > mostOfPacket ? null : { total }
}

/** A hand that taps again, or one that forgot that it was paid already. */
function again({ chance }: NinthWorld): Change {
  const isForgotten = chance.percent(22)
  const minutes = isForgotten ? chance.whole(60, 2_000) : 0
  return { againAfterMs: minutes * minuteMs + chance.whole(12_000, isForgotten ? 60_000 : 400_000) }
}

/** Another of one's groups: as often as not the one used before, or one named alike. */
function toOtherGroup(world: NinthWorld, send: Send): Change | null {
  if (send.to.way !== 'group' || send.to.one !== undefined) return null
  const { chance, groups } = world
  const meant = send.to.id
  const own = groups.filter(
    ({ id, members }) =>
      id !== meant && members.includes(send.from) && isThere(world, send.from, id, send.at),
  )
  if (own.length === 0) return null
  return { to: chance.pick(own).id, screen: { chosenFrom: chance.pick<ChosenFrom>(['chat', 'group']) } }
}

/** A return that was meant for the one it came from, and went to another. */
function returnAstray(world: NinthWorld, send: Send): Change | null {
  const { chance, sends } = world
  const payee = recipientOf(send.to)
  if (payee === undefined || !/退|多了|还你/.test(send.greeting)) return null
  const paid = sends.filter(({ from, at }) => from === send.from && at < send.at && at > send.at - 6 * dayMs)
  const others = paid.map(({ to }) => recipientOf(to)).filter((id) => id !== undefined && id !== payee)
  return others.length === 0 ? null : { to: chance.pick(others)! }
}

/** Somebody unknown pays "by mistake" and asks for it back, to an account that it did not come from. */
function askedBack(world: NinthWorld): void {
  const { chance } = world
  const { id } = chance.pick(senders)
  const [payer, account] = [1, 2].map(() => addPerson(world, strangerName(chance)))
  const fen = chance.whole(3, 40) * 5_000
  const at = moment(chance.whole(24, 93), chance.whole(540, 1_300))
  pay(world, payer!, id, fen, at, { packet: false })
  const words = chance.pick(['退回', '转错退你', '', '退款'])
  const sent = pay(world, id, account!, fen, at + chance.whole(4, 200) * minuteMs, { words, packet: false })
  const meant = `${fen / 100} to ${nameOf(world, payer!)}`
  world.sends[world.sends.length - 1] = { ...sent, mistake: { kind: 'wrong_person', meant } }
  mark(world, 'wrong_return', sent, meant)
}

/** A new account under the name, or what one calls them, of somebody known; it takes what was due, or asks for more. */
function toClone(world: NinthWorld, send: Send): Change | null {
  const { chance, contacts } = world
  const payee = recipientOf(send.to)
  if (payee === undefined || !contacts.get(send.from)!.has(payee)) return null
  const to = addPerson(world, nameOf(world, payee))
  const screen = { chosenFrom: chance.pick<ChosenFrom>(['chat', 'chat', 'search']) }
  if (chance.percent(60) || send.kind !== 'transfer') return { to, screen }
  const total = BigInt(bill(world, 300, 3_000))
  return { to, total, words: chance.pick(['', '急用', '先借我', send.greeting]), screen }
}
