/**
 * The seventh crowd's mis-sends, each in the place of a meant one: mostly a like name and the last chat, then a zero
 * or a lost point, as the cases that are known have it. Words and sum stay as they were meant where the slip does
 * not touch them.
 */

import type { Send } from '../../packages/cli/replay/day.ts'
import { dayMs } from '../../packages/core/instant.ts'
import { clones, twice, wrongReturns } from './seventh-accounts.ts'
import { targetOf } from './seventh-pay.ts'
import { goWrong, isLike, isToOne, listOf, type Change } from './seventh-slip.ts'
import { nameOf, type SeventhWorld } from './seventh-world.ts'

export function withSlips(world: SeventhWorld): void {
  wrongReturns(world, 8)
  goWrong(world, 'like_name', 40, (send) => likeName(world, send))
  goWrong(world, 'last_chat', 28, (send) => lastChat(world, send))
  goWrong(world, 'extra_zero', 20, ({ total }) =>
    total > 1_000n && total < 200_000n
      ? { total: total * 10n, screen: { amountEdits: world.chance.whole(0, 1) } }
      : null,
  )
  goWrong(world, 'lost_point', 12, ({ total }) =>
    total % 100n > 0n && total < 30_000n ? { total: total * 100n } : null,
  )
  goWrong(world, 'swapped_digits', 6, ({ total }) => swapped(total))
  goWrong(world, 'wrong_group', 13, (send) => wrongGroup(world, send))
  clones(world, 8)
  twice(world, 18)
  world.sends.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function likeName(world: SeventhWorld, send: Send): Change | null {
  const { chance } = world
  const meant = targetOf(send)
  const name = nameOf(world, meant)
  const inList = listOf(world, send).filter((one) => one !== meant && isLike(nameOf(world, one), name))
  const found = world.people.filter(
    ({ id }) => id !== send.from && id !== meant && isLike(nameOf(world, id), name),
  )
  const list = inList.length > 0 ? inList : chance.percent(40) ? found.map(({ id }) => id) : []
  if (list.length === 0) return null
  return {
    to: chance.pick(list),
    screen: { chosenFrom: chance.pick(['search', 'search', 'contacts', 'chat']) },
  }
}

/** Whoever was paid last, or paid the sender last, within two days. */
function lastChat(world: SeventhWorld, send: Send): Change | null {
  const { chance, sends } = world
  const meant = targetOf(send)
  const near = sends.filter((one) => one.at < send.at && one.at > send.at - 2 * dayMs && isToOne(one))
  const others = near.map((one) =>
    one.from === send.from ? targetOf(one) : targetOf(one) === send.from ? one.from : meant,
  )
  const last = others.filter((one) => one !== meant).at(-1)
  if (last === undefined || last === send.from) return null
  return {
    to: last,
    screen: { chosenFrom: chance.pick(['chat', 'chat', 'recent']), dwellMs: chance.whole(2_000, 11_000) },
  }
}

function swapped(total: bigint): Change | null {
  const digits = [...String(total)]
  if (digits.length < 4 || digits[0] === digits[1] || digits[0] === '0' || digits[1] === '0') return null
  return { total: BigInt([digits[1], digits[0], ...digits.slice(2)].join('')) }
}

/** Another group of the sender's; now and then what was meant for one person. */
function wrongGroup(world: SeventhWorld, send: Send): Change | null {
  const meant = targetOf(send)
  if (isToOne(send)) return null
  const own = world.groups.filter(({ id, members }) => id !== meant && members.includes(send.from))
  return own.length === 0 ? null : { to: world.chance.pick(own).id, screen: { chosenFrom: 'chat' } }
}
