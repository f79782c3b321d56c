/**
 * What the fourteenth crowd sends that looks odd and is meant: large sums, the same twice, for another, passed on,
 * money that came by mistake and goes back, a new account, another hour of the day.
 */

import { dayMs } from '../../packages/core/instant.ts'
import { recipientOf } from '../../packages/cli/replay/day.ts'
import { cast } from './fourteenth-cast.ts'
import { between, lend } from './fourteenth-habit.ts'
import { bill, later, pay } from './fourteenth-pay.ts'
import { addAnyone, addPerson, days, keep, seenAs, type FourteenthWorld } from './fourteenth-world.ts'

/** All of it, at about the rate of a season. */
export function liveOddly(world: FourteenthWorld): void {
  const { chance } = world
  for (const { id } of cast) {
    if (chance.percent(45)) payMuch(world, id)
    if (chance.percent(40)) payFor(world, id)
    if (chance.percent(30)) passOn(world, id)
    if (chance.percent(22)) lend(world, id, chance.pick(world.circles.get(id)!.friends))
    if (chance.percent(12)) payAtNight(world, id)
  }
  for (const { id } of chance.some(cast, 9)) giveBack(world, id)
  for (const { id } of chance.some(cast, 6)) useNewAccount(world, id)
  for (const { id } of chance.some(cast, 14)) sendForOne(world, id)
  sameAgain(world)
  takeBack(world)
}

/** A deposit, a renovation, a car, school fees, a hospital. */
function payMuch(world: FourteenthWorld, id: string): void {
  const { chance, circles } = world
  const { family, friends } = circles.get(id)!
  const one = chance.pick([chance.pick(family), chance.pick(friends), addAnyone(world, 'older').id])
  const at = between(world, chance.whole(1, days - 3), 8, 23)
  const words = chance.pick(['', '首付', '装修款', '学费', '住院押金', '买车', '尾款'])
  const yuan = chance.pick([3_000, 5_000, 6_800, 8_000, 10_000, 12_500, 20_000, 30_000, 50_000])
  pay(world, id, one, yuan * 100, at, { words, packet: false })
  // What was left to pay, or the limit of one card.
  if (chance.percent(30))
    pay(
      world,
      id,
      one,
      chance.percent(50) ? yuan * 100 : bill(chance, 100, yuan),
      at + chance.whole(1, 40) * 60_000,
      { words, packet: false },
    )
}

/** For a colleague at the till, a parent at the chemist's: the shop or person is new, and somebody pays it back. */
function payFor(world: FourteenthWorld, id: string): void {
  const { chance, circles } = world
  const one = chance.percent(60)
    ? addPerson(world, chance.pick(['大药房', '汽修', '花店', '快捷酒店']))
    : addAnyone(world, 'older').id
  const fen = bill(chance, 20, 900)
  const at = between(world, chance.whole(1, days - 4), 8, 22)
  pay(world, id, one, fen, at, { words: chance.pick(['', '代付', '帮我妈付', '帮同事付']) })
  const near = [
    ...circles.get(id)!.family,
    ...[...world.contacts.get(id)!.keys()].filter((each) => cast.some((member) => member.id === each)),
  ]
  const other = chance.pick(near)
  if (other !== id && chance.percent(65))
    world.returns.add(
      pay(world, other, id, fen, later(at, chance.whole(3, 900)), { words: '还你', packet: false }).id,
    )
}

/** What came in goes on, all or most of it, to another. */
function passOn(world: FourteenthWorld, id: string): void {
  const { chance, circles, contacts } = world
  const { family } = circles.get(id)!
  const fen = bill(chance, 200, 6_000)
  const at = between(world, chance.whole(1, days - 3), 8, 22)
  const [giver, taker] = chance.some([...family, ...chance.some([...contacts.get(id)!.keys()], 3)], 2)
  if (giver === taker) return
  pay(world, giver!, id, fen, at, { words: chance.pick(['', '帮转一下', '货款']), packet: false })
  const on = chance.percent(70) ? fen : Math.round((fen * chance.whole(50, 95)) / 10_000) * 100
  pay(world, id, taker!, on, later(at, chance.whole(2, 600)), {
    words: chance.pick(['', '代转', '他让我转给你的']),
    packet: false,
  })
}

function payAtNight(world: FourteenthWorld, id: string): void {
  const { chance, circles } = world
  const { friends } = circles.get(id)!
  for (let i = chance.whole(1, 3); i > 0; i -= 1)
    pay(
      world,
      id,
      chance.pick(friends),
      bill(chance, 20, 1_200),
      between(world, chance.whole(1, days - 2), 0, 4),
      { words: chance.pick(['', '打车', 'KTV', '急用']) },
    )
}

/** A stranger, or somebody hardly known, sent it by mistake; it goes back where it came from. */
function giveBack(world: FourteenthWorld, id: string): void {
  const { chance } = world
  const one = addAnyone(world, 'older').id
  const fen = bill(chance, 20, 3_000)
  const at = between(world, chance.whole(3, days - 4), 9, 21)
  pay(world, one, id, fen, at, { words: '', packet: false })
  const back = pay(world, id, one, fen, later(at, chance.whole(8, 1_600)), {
    words: '转错了，退你',
    wordy: 70,
    packet: false,
  })
  world.returns.add(back.id)
}

/** A friend has a new account, says so in the chat, and is paid there from now on. */
function useNewAccount(world: FourteenthWorld, id: string): void {
  const { chance, circles, contacts, people, sends, oldAccounts } = world
  const one = chance.pick(circles.get(id)!.friends)
  const fresh = addPerson(world, people.find((each) => each.id === one)!.name)
  keep(world, id, fresh, {
    alias: chance.percent(40) ? `${seenAs(world, id, one)}新号` : contacts.get(id)!.get(one)!.alias,
  })
  oldAccounts.set(fresh, one)
  const since = between(world, chance.whole(15, 60), 8, 22)
  sends.forEach((send, i) => {
    if (send.from !== id || send.at < since || recipientOf(send.to) !== one) return
    sends[i] = {
      ...send,
      to: { way: 'members', ids: [fresh] },
      claims: send.claims.map((claim) => ({ ...claim, by: fresh })),
    }
  })
}

/** A packet in a group that only one may open. */
function sendForOne(world: FourteenthWorld, id: string): void {
  const { chance, groups } = world
  const mine = groups.filter(({ members }) => members.includes(id) && members.length <= 20)
  const group = chance.pick(mine)
  const one = chance.pick(group.members.filter((each) => each !== id))
  const fen = chance.pick([666, 880, 1_000, 2_000, 5_200, 6_600, 8_800])
  pay(world, id, group.id, fen, between(world, chance.whole(2, days - 2), 9, 23), {
    one,
    words: chance.pick(['生日快乐', '辛苦了', '谢谢']),
    wordy: 70,
  })
}

/** Meant twice: a second cup, two children, a limit of one packet. */
function sameAgain(world: FourteenthWorld): void {
  const { chance, sends, groups } = world
  for (const send of chance.some(sends, 34)) {
    const to = recipientOf(send.to)
    if (to === undefined || send.kind === 'exclusive' || groups.some(({ id }) => id === to)) continue
    const at = send.at + (chance.percent(65) ? chance.whole(1, 25) * 60_000 : chance.whole(1, 7) * 3_600_000)
    const words = chance.pick([send.greeting, '', '再来一份', '另一半'])
    pay(world, send.from, to, Number(send.total), Math.min(at, send.at + dayMs), {
      words,
      wordy: 90,
      packet: send.kind === 'direct',
    })
  }
}

/** Meant, and yet taken back at once: cash turned up, or another way to pay was better. */
function takeBack({ chance, sends }: FourteenthWorld): void {
  for (const send of chance.some(sends, 12)) {
    const at = sends.indexOf(send)
    sends[at] = { ...send, claims: [], steps: [{ verb: 'undo', afterMs: chance.whole(2_500, 9_500) }] }
  }
}
