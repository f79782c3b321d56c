/** Money back to another account than it came from, somebody who took another name or picture, and a stranger with a friend's name. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { moment, pay } from './fourth-pay.ts'
import { drawMeant, goWrong, isAround, pastOf, type Used } from './fourth-slip.ts'
import { join, keep, stranger, type Slip, type World } from './fourth-people.ts'
import { byHabit, nameOf, toOne, yuanOf } from './fourth-wrong-people.ts'

const isOne = ({ to }: Send) => recipientOf(to) !== undefined

/** Ten returns, eight of the changed, eight of the strangers. */
export function withStrangers(world: World, used: Used): void {
  for (let n = 0; n < 6; n += 1) forAStranger(world, used)
  for (let n = 0; n < 4; n += 1) forAFriend(world, used)
  const counts = countsOf(world)
  const known = (least: number) => (send: Send) => isOne(send) && (counts.get(send.id) ?? 0) >= least
  for (const [n, send] of drawMeant(world, used, 5, known(2)).entries()) renamed(world, send, n)
  for (const send of drawMeant(world, used, 3, known(1))) newPicture(world, send)
  for (const [n, send] of drawMeant(world, used, 8, known(2)).entries()) falseFriend(world, send, n)
}

/** How often each send's recipient had been sent to by its sender before. */
function countsOf({ sends }: World): ReadonlyMap<string, number> {
  const soFar = new Map<string, number>()
  return new Map(
    sends.map((send) => {
      const pair = `${send.from} ${recipientOf(send.to) ?? ''}`
      const count = soFar.get(pair) ?? 0
      soFar.set(pair, count + 1)
      return [send.id, count]
    }),
  )
}

function oneOfTheCrowd(world: World, used: Used): string {
  const some = [...world.roles]
    .filter(([id, role]) => role !== 'payee' && (used.get(id) ?? 0) < 8)
    .map(([id]) => id)
  const one = world.chance.pick(some)
  used.set(one, (used.get(one) ?? 0) + 1)
  return one
}

/** 江津, 北京昌平 2025: a stranger "sent it by mistake", and names an account of another name for it. */
function forAStranger(world: World, used: Used): void {
  const { chance, baits } = world
  const victim = oneOfTheCrowd(world, used)
  const fen = chance.pick([50_000, 88_000, 120_000, 300_000, 500_000, 643_000])
  const bait = pay(
    world,
    stranger(world),
    victim,
    fen,
    moment(chance.whole(9, 40), chance.whole(560, 1_380)),
    { packet: false, words: chance.pick(['', '货款', '房租']) },
  )
  baits.add(bait.id)
  const kept = chance.percent(25) ? BigInt(fen - 5_000) : BigInt(fen)
  const words = chance.pick(['', '', '退你', '转错的退回', '退款'])
  const visible = kept === BigInt(fen) || words !== ''
  const why = visible
    ? 'the sum that came from another, or words of giving back, to somebody never paid before'
    : 'no words, and not the sum that came'
  giveBack(world, bait, stranger(world), { total: kept, words, visible, why })
}

/** A friend who was lent or overpaid, and says: send it to this account instead. */
function forAFriend(world: World, used: Used): void {
  const { chance } = world
  const [came] = drawMeant(
    world,
    used,
    1,
    (one) =>
      isOne(one) &&
      one.total >= 3_000n &&
      world.roles.get(recipientOf(one.to)!) !== 'payee' &&
      /借|还|多了|先用/.test(one.greeting),
  )
  if (!came) return
  const victim = recipientOf(came.to)!
  const known = [...(world.contacts.get(victim)?.keys() ?? [])].filter((id) => id !== came.from)
  const isKnown = chance.percent(50) && known.length > 0
  const to = isKnown ? chance.pick(known) : stranger(world)
  const words = chance.pick(['', '还你', '还你钱'])
  const visible = words !== '' || !isKnown
  const why = visible
    ? 'the sum that came from another goes, as a return, to somebody it did not come from'
    : 'an everyday sum without words to somebody they know'
  giveBack(world, came, to, { total: came.total, words, visible, why })
}

function giveBack(
  world: World,
  came: Send,
  to: string,
  of: Pick<Slip, 'visible' | 'why'> & { total: bigint; words: string },
): void {
  const { chance } = world
  const { total, words, visible, why } = of
  const victim = recipientOf(came.to)!
  const at = came.at + chance.pick([6, 25, 90, 400, 1_300]) * 60_000
  const meant = `back to ${nameOf(world, came.from)}, ${yuanOf(came.total)} had come`
  const form = pay(world, victim, to, Number(total), at, { words, packet: false, wrote: came.from })
  goWrong(
    world,
    form,
    { kind: 'return_elsewhere', meant, visible, why },
    { screen: { chosenFrom: chance.pick(['search', 'chat', 'contacts']) } },
  )
  const again = world.sends.findIndex(({ id }) => id === `${form.id}-again`)
  if (again >= 0) world.sends.splice(again, 1)
}

/** Somebody took a name like the payee's; or the payee took another, and the sender picks who has their old look. */
function renamed(world: World, send: Send, n: number): void {
  const id = recipientOf(send.to)!
  const other = `b${n + 1}`
  const name = world.people.find((one) => one.id === id)!.name
  keep(world, send.from, other)
  const at = send.at - world.chance.whole(1, 72) * 3_600_000
  if (n < 3) world.renames.push({ id: other, at, name })
  else
    world.renames.push(
      { id, at, name: ['一只猫', '乘风破浪'][n - 3]! },
      { id: other, at: at - 86_400_000, name },
    )
  const visible = n < 3 && isAround(world, send.from, id, pastOf(world, send))
  const why = visible
    ? 'by now both have the same name, and both are known to the sender'
    : 'the one that was meant has another name by now, and what names were before is no fact'
  const habit = byHabit(world, send, id, other)
  const slip: Slip = {
    kind: 'renamed',
    meant: nameOf(world, id),
    ...(visible || !habit.visible ? { visible, why } : habit),
  }
  goWrong(world, send, slip, {
    to: toOne(other),
    screen: { chosenFrom: world.chance.pick(['contacts', 'recent', 'search']) },
  })
}

/** Two have the same picture by now: what pictures look like is no fact, so that only the habit can tell. */
function newPicture(world: World, send: Send): void {
  const id = recipientOf(send.to)!
  const others = [...world.contacts.get(send.from)!.keys()].filter(
    (one) => one !== id && !one.startsWith('h'),
  )
  const other = world.chance.pick(others)
  const { visible, why } = byHabit(world, send, id, other)
  const slip: Slip = { kind: 'new_avatar', meant: nameOf(world, id), visible, why }
  goWrong(world, send, slip, { to: toOne(other), screen: { chosenFrom: 'recent', dwellMs: 2_500 } })
}

const swaps: [string, string][] = [
  ['o', 'о'],
  ['e', 'е'],
  ['李', '季'],
  ['晓', '小'],
  ['刘', '刈'],
  ['陈', '阵'],
  ['王', '玉'],
  ['张', '弦'],
]

/** A new account with a friend's name, or nearly: "it is me, I have a new number", and needs some money. */
function falseFriend(world: World, send: Send, n: number): void {
  const { chance, people } = world
  const id = recipientOf(send.to)!
  const name = people.find((one) => one.id === id)!.name
  const [from, by] = swaps.find(([letter]) => name.includes(letter)) ?? ['', '']
  const near = from === '' ? `${name}。` : name.replace(from, by)
  const called = [name, near, `${name}新号`, name, near, `${name}（换号了）`, '微笑向暖', '岁月静好'][n]!
  const to = join(world, `false${n}`, called, 'payee')
  const total = BigInt(chance.pick([30_000, 50_000, 80_000, 200_000, 300_000]))
  const past = pastOf(world, send)
  const most = past.reduce((high, one) => (one.total > high ? one.total : high), 0n)
  const isNamed = n < 6
  const visible = isNamed || total >= most * 3n
  const why = isNamed
    ? 'a first send to an account whose name is that of somebody the sender pays'
    : visible
      ? 'a first send, three times what the sender ever sent'
      : 'a first send of a sum they send at times, to a name that is like nobody’s'
  const slip: Slip = { kind: 'false_friend', meant: nameOf(world, id), visible, why }
  const words = chance.pick(['借你', '应急', '', '先用着'])
  const form = pay(world, send.from, to, Number(total), send.at + 60_000, { words, packet: false, wrote: to })
  goWrong(world, form, slip, { screen: { chosenFrom: chance.pick(['chat', 'search', 'recent']) }, wrote: to })
  const again = world.sends.findIndex((one) => one.id === `${form.id}-again`)
  if (again >= 0) world.sends.splice(again, 1)
}
