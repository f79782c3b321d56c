/**
 * Which sends of the fifth crowd go wrong, and in which way; the most by far to the wrong person of a like
 * name.
 */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs } from '../../packages/core/instant.ts'
import { counterparts } from './fifth-cast.ts'
import { goWrong, targetOf, type Change } from './fifth-slip.ts'
import { addPerson, type FifthWorld } from './fifth-world.ts'

/** Lets some hundred and fifty sends go wrong. */
export function withMistakes(world: FifthWorld): void {
  withNames(world)
  withLastChat(world)
  withSums(world)
  withGroups(world)
  withReturns(world)
  withClones(world)
  world.sends.sort((a, b) => a.at - b.at)
}

const isNear = (earlier: Send, { at }: Send, days: number) =>
  earlier.at < at && earlier.at > at - days * dayMs

/**
 * To the one who is easily taken for the payee, and whom the sender knows, shares a group with or finds by
 * search.
 */
function withNames(world: FifthWorld): void {
  const { chance, contacts, groups, kinds, sends } = world
  const times = new Map<string, number>()
  goWrong(world, 'wrong_name', 48, (send) => {
    const one = recipientOf(send.to)
    const like = one === undefined ? undefined : counterparts.get(one)
    if (like === undefined || like === send.from) return null
    const isKept = contacts.get(send.from)?.has(like) === true
    const isPaid = sends.some(
      (past) => past.from === send.from && past.at < send.at && targetOf(past) === like,
    )
    const isBeside = groups.some(({ members }) => members.includes(like) && members.includes(send.from))
    const isShop = kinds.get(like) === 'payee'
    if (!isKept && !isPaid && !isBeside && !(isShop && chance.percent(30))) return null
    if ((times.get(one!) ?? 0) >= 6) return null
    times.set(one!, (times.get(one!) ?? 0) + 1)
    const place = chance.pick(
      isKept ? (['contacts', 'search', 'recent'] as const) : (['search', 'group'] as const),
    )
    return { to: like, screen: chance.percent(60) ? { chosenFrom: isPaid ? 'recent' : place } : {} }
  })
}

/** To whoever was written with last: who paid the sender, or was paid, shortly before. */
function withLastChat(world: FifthWorld): void {
  const { chance, sends } = world
  goWrong(world, 'last_chat', 26, (send) => {
    const one = recipientOf(send.to)
    if (one === undefined) return null
    const near = sends.filter((past) => isNear(past, send, 3) && recipientOf(past.to) !== undefined)
    const beside = near.flatMap((past) => {
      if (past.from === send.from) return [targetOf(past)]
      return targetOf(past) === send.from ? [past.from] : []
    })
    const open = beside.filter((id) => id !== one && id !== send.from).slice(-3)
    if (open.length === 0) return null
    return { to: chance.pick(open), screen: { chosenFrom: chance.pick(['chat', 'recent', 'recent']) } }
  })
}

function withSums(world: FifthWorld): void {
  const { chance, sends } = world
  const typed = (): Change['screen'] => (chance.percent(40) ? { amountEdits: chance.whole(0, 2) } : {})
  goWrong(world, 'extra_zero', 24, ({ total }) =>
    total < 500n || total > 200_000n ? null : { total: total * 10n, screen: typed() },
  )
  goWrong(world, 'lost_point', 9, ({ total, to }) =>
    total % 100n === 0n || total > 15_000n || to.way === 'group'
      ? null
      : { total: total * (chance.percent(65) ? 10n : 100n), screen: typed() },
  )
  goWrong(world, 'twice', 15, (send) => {
    const isTwo = (past: Send) =>
      past.from === send.from && past !== send && Math.abs(past.at - send.at) < dayMs / 48
    if (sends.some(isTwo)) return null
    return { at: send.at + chance.whole(12, 420) * 1_000 }
  })
}

/** To another group the sender is in: half the time one with a name like it. */
function withGroups(world: FifthWorld): void {
  const { chance, groups } = world
  goWrong(world, 'wrong_group', 18, (send) => {
    if (send.to.way !== 'group') return null
    const meant = groups.find(({ id }) => id === targetOf(send))!
    const own = groups.filter(({ id, members }) => id !== meant.id && members.includes(send.from))
    const like = own.filter(({ name }) => [...name].some((char) => meant.name.includes(char)))
    if (own.length === 0) return null
    return { to: chance.pick(like.length > 0 && chance.percent(70) ? like : own).id }
  })
}

/** What came from one goes back to another. */
function withReturns(world: FifthWorld): void {
  const { chance, sends, contacts } = world
  goWrong(world, 'wrong_return', 12, (send) => {
    const one = recipientOf(send.to)
    const isFrom = (past: Send) => past.from === one && targetOf(past) === send.from && isNear(past, send, 12)
    const isBack = /退|还|余款/u.test(send.greeting)
    if (one === undefined || !sends.some((past) => isFrom(past) && (isBack || past.total === send.total)))
      return null
    const payers = sends
      .filter((past) => targetOf(past) === send.from && isNear(past, send, 10) && past.from !== one)
      .map(({ from }) => from)
    const known = [...(contacts.get(send.from)?.keys() ?? [])].filter((id) => id !== one)
    const open = payers.length > 0 && chance.percent(70) ? payers : known
    if (open.length === 0) return null
    return { to: chance.pick(open), screen: { chosenFrom: chance.pick(['chat', 'recent', 'contacts']) } }
  })
}

/** To an account that took a friend's name, or that happens to have it. */
function withClones(world: FifthWorld): void {
  const { chance, people, kinds } = world
  goWrong(world, 'clone', 12, (send) => {
    const one = recipientOf(send.to)
    if (one === undefined || kinds.get(one) === 'payee') return null
    const name = people.find(({ id }) => id === one)!.name
    const taken = chance.percent(70) ? name : name + chance.pick(['1', '·', '新号'])
    const isAsked = chance.percent(30)
    return {
      to: addPerson(world, taken),
      ...(isAsked ? { total: BigInt(chance.pick([500, 1_000, 2_000, 3_000])) * 100n, words: '急用' } : {}),
      screen: { chosenFrom: chance.pick(['search', 'chat', 'group']) },
    }
  })
}
