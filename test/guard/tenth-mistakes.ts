/**
 * Which mis-sends the tenth crowd makes, at the shares the reference gives: names that are alike and the chat that
 * was open cause most, a nought too many comes next, the rest is seldom.
 */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { hourMs, secondMs } from '../../packages/core/instant.ts'
import { aroundOf, likesOf } from './tenth-like.ts'
import { goWrong, targetOf, type Change } from './tenth-slip.ts'
import { addPerson, nameOf, type TenthWorld } from './tenth-world.ts'

/** All of them, each in the place of a send that was meant. */
export function withMistakes(world: TenthWorld): void {
  const { chance } = world
  goWrong(world, 'wrong_return', 7, (send) => wrongReturn(world, send))
  goWrong(world, 'old_account', 5, (send) => oldAccount(world, send))
  goWrong(world, 'wrong_group', 10, (send) => wrongGroup(world, send))
  goWrong(world, 'like_name', 36, (send) => {
    const likes = likesOf(world, send)
    if (likes.length === 0) return null
    return { to: chance.pick(likes), screen: chosen(chance.pick(['search', 'contacts', 'search', 'recent'])) }
  })
  goWrong(world, 'last_chat', 32, (send) => lastChat(world, send))
  goWrong(world, 'extra_zero', 16, (send) => {
    const total = send.total * 10n
    return isTooMuch(send, total) ? null : { total }
  })
  goWrong(world, 'lost_point', 7, lostPoint)
  goWrong(world, 'wrong_digit', 6, (send) => wrongDigit(world, send))
  goWrong(world, 'twice', 16, (send) => {
    const wait = chance.percent(65) ? chance.whole(15, 900) * secondMs : chance.whole(1, 40) * hourMs
    return { at: send.at + wait }
  })
  goWrong(world, 'clone', 7, (send) => clone(world, send))
}

function chosen(chosenFrom: ScreenFacts['chosenFrom']): Partial<ScreenFacts> {
  return { chosenFrom }
}

/** No packet is over two hundred yuan a share, and nobody here sends more than they can get. */
function isTooMuch({ kind, count }: Send, total: bigint): boolean {
  return kind === 'transfer' ? total > 15_000_000n : total > 20_000n * BigInt(count)
}

/** Their sends to persons before this one, the newest first. */
function earlier({ sends }: TenthWorld, { from, at }: Send): Send[] {
  return sends
    .filter((one) => one.from === from && one.at < at && recipientOf(one.to) !== undefined)
    .sort((a, b) => b.at - a.at)
}

/** Whom they paid last, who paid them last, or somebody they were writing to. */
function lastChat(world: TenthWorld, send: Send): Change | null {
  const { chance, sends } = world
  const meant = recipientOf(send.to)
  if (meant === undefined) return null
  const way = chance.whole(1, 100)
  const paid = earlier(world, send).map(targetOf)
  const payers = sends
    .filter((one) => recipientOf(one.to) === send.from && one.at < send.at)
    .sort((a, b) => b.at - a.at)
    .map(({ from }) => from)
  const pool =
    way <= 42 ? paid.slice(0, 2) : way <= 62 ? payers.slice(0, 1) : chance.some(aroundOf(world, send), 1)
  const to = pool.find((one) => one !== meant && one !== send.from)
  return to === undefined ? null : { to, screen: chosen(chance.percent(70) ? 'chat' : 'recent') }
}

/** The point was not typed: 35.5 became 355, and 12.34 became 1234. */
function lostPoint(send: Send): Change | null {
  if (send.total % 100n === 0n) return null
  const total = send.total % 10n === 0n ? send.total * 10n : send.total * 100n
  return isTooMuch(send, total) ? null : { total }
}

/** Two digits the wrong way round, one struck beside the right one, or one struck twice. */
function wrongDigit({ chance }: TenthWorld, send: Send): Change | null {
  const yuan = send.total / 100n
  const digits = [...String(yuan)]
  if (digits.length < 2 || send.total % 100n !== 0n) return null
  const place = chance.whole(0, digits.length - 2)
  const way = chance.whole(1, 3)
  const one = digits[place]!
  if (way === 1) digits.splice(place, 2, digits[place + 1]!, one)
  if (way === 2) digits[place] = String((Number(one) + 3) % 10)
  if (way === 3) digits.splice(place, 0, one)
  const total = BigInt(digits.join('')) * 100n
  return total === send.total || total === 0n || isTooMuch(send, total) ? null : { total }
}

function wrongGroup({ chance, groups }: TenthWorld, send: Send): Change | null {
  if (recipientOf(send.to) !== undefined) return null
  const meant = targetOf(send)
  const others = groups.filter(({ id, members }) => id !== meant && members.includes(send.from))
  return others.length === 0 ? null : { to: chance.pick(others).id }
}

/** To the number that somebody named for it, or to another of whom money had come. */
function wrongReturn(world: TenthWorld, send: Send): Change | null {
  const { chance, returns, contacts } = world
  const meant = recipientOf(send.to)
  if (!returns.has(send.id) || meant === undefined) return null
  if (chance.percent(45)) {
    const to = addPerson(world, nameOf(world, meant))
    if (chance.percent(40)) contacts.get(send.from)?.set(to, { alias: null, relation: null })
    return { to }
  }
  return lastChat(world, send)
}

/** The account that the payee has left; they wrote from the new one. */
function oldAccount({ moved }: TenthWorld, send: Send): Change | null {
  const meant = recipientOf(send.to)
  const found = [...moved].find(([, { account }]) => account === meant)
  return found ? { to: found[0] } : null
}

/** Somebody who looks like one they have paid before, most of them let in as a contact. */
function clone(world: TenthWorld, send: Send): Change | null {
  const { chance, contacts } = world
  const meant = recipientOf(send.to)
  if (meant === undefined || !earlier(world, send).some((one) => targetOf(one) === meant)) return null
  if (send.kind !== 'transfer' || send.total < 10_000n) return null
  const to = addPerson(world, nameOf(world, meant))
  if (chance.percent(70)) contacts.get(send.from)?.set(to, { alias: null, relation: null })
  const isAsked = chance.percent(35)
  const total = isAsked ? BigInt(chance.pick([800, 1_000, 2_000, 3_000, 5_000]) * 100) : send.total
  return { to, total, screen: chosen('chat') }
}
