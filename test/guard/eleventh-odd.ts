/** What looks odd in an ordinary life and is not: strangers, large sums, the same twice, money back, money passed on. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { cast, plainName } from './eleventh-cast.ts'
import { wordOf } from './eleventh-habits.ts'
import { bill, later, pay } from './eleventh-pay.ts'
import { addPerson, days, moment, type EleventhWorld } from './eleventh-world.ts'

export function liveOddly(world: EleventhWorld): void {
  for (const { id } of cast) {
    strangers(world, id)
    largeSums(world, id)
  }
  sameTwice(world)
  moneyBack(world)
  passedOn(world)
  loans(world)
  birthdays(world)
  newNumbers(world)
}

const some = (world: EleventhWorld, from = 0) => {
  return moment(world.chance.whole(from, days - 3), world.chance.whole(440, 1_400))
}

const errands = '- - 定金 闲鱼 运费 修手机 拼车 押金 挂号 海鲜 代购 修锁 二手冰箱 门票 _'

/** Most are met once; some a second time, for the rest of the sum. */
function strangers(world: EleventhWorld, id: string): void {
  const { chance } = world
  for (let n = chance.whole(2, 11); n > 0; n -= 1) {
    const stranger = chance.percent(60) ? addPerson(world, plainName(chance)) : chance.pick(world.plain)
    const [low, high] = chance.pick([
      [8, 90],
      [20, 300],
      [60, 1_500],
      [300, 4_800],
    ] as const)
    const at = some(world)
    const fen = bill(world, low, high)
    if (fen > 80_000 && chance.percent(14))
      pay(world, id, stranger, 100, at - 4 * minuteMs, { words: '先转一块试试' })
    pay(world, id, stranger, fen, at, { words: wordOf(world, errands) })
    if (chance.percent(16))
      pay(world, id, stranger, bill(world, low, high), later(at, chance.whole(60, 9_000)), {
        words: wordOf(world, '尾款 - 还有一件'),
      })
  }
}

/** Fees, deposits for a bed in the hospital, a motorcycle, a boat's engine; some in two or three parts. */
function largeSums(world: EleventhWorld, id: string): void {
  const { chance } = world
  const kept = [...world.contacts.get(id)!.keys()]
  for (let n = chance.whole(0, 3); n > 0; n -= 1) {
    const to = chance.percent(50)
      ? chance.pick(kept)
      : chance.percent(50)
        ? addPerson(world, plainName(chance))
        : chance.pick(world.plain)
    const fen = chance.pick([3_000, 4_800, 5_000, 6_800, 8_000, 10_000, 12_600, 20_000, 30_000, 50_000]) * 100
    const parts = fen >= 2_000_000 && chance.percent(40) ? 2 : 1
    const at = some(world)
    const words = wordOf(world, '学费 住院押金 装修款 - 借你周转 买车 看病 尾款 货款')
    for (let part = 0; part < parts; part += 1)
      pay(world, id, to, fen / parts, at + part * chance.whole(1, 20) * minuteMs, { words })
  }
}

const drawn = (world: EleventhWorld, count: number, fits: (send: Send) => boolean): Send[] => {
  const open = world.sends.filter(fits)
  return world.chance.some(open, Math.min(count, open.length))
}

/** A second cup, a second child, a second crate: the same to the same within the hour, and meant. */
function sameTwice(world: EleventhWorld): void {
  const { chance } = world
  for (const { from, to, at, total, kind, greeting } of drawn(world, 62, ({ total }) => total < 300_000n)) {
    const one = recipientOf(to) ?? (to.way === 'group' ? to.id : '')
    const words = chance.percent(50) ? greeting : wordOf(world, '再来一份 - 老二的 还有一箱 第二次')
    pay(world, from, one, Number(total), at + chance.whole(1, 55) * minuteMs, {
      words,
      packet: kind !== 'transfer',
    })
  }
}

const isOfCast = (id: string | undefined) => cast.some((one) => one.id === id)

/** Change, a crate too few, a seat that stayed empty: the whole or a part goes back to where it came from. */
function moneyBack(world: EleventhWorld): void {
  const { chance } = world
  const fits = ({ to, kind }: Send) => kind === 'transfer' && isOfCast(recipientOf(to))
  for (const send of drawn(world, 84, fits)) {
    const whole = chance.percent(38)
    const part = Math.max(100, Math.round((Number(send.total) * chance.whole(5, 60)) / 10_000) * 100)
    const at = later(send.at, chance.whole(4, 2_600))
    const words = wordOf(world, '退你 多的退你 - 不用给 差价 没去成退你')
    const back = pay(world, recipientOf(send.to)!, send.from, whole ? Number(send.total) : part, at, {
      words,
      packet: false,
    })
    world.returns.add(back.id)
  }
}

/** What one gets for another is sent on, all of it, within hours. */
function passedOn(world: EleventhWorld): void {
  const { chance } = world
  const fits = ({ to, kind, total }: Send) =>
    kind === 'transfer' && total >= 5_000n && isOfCast(recipientOf(to))
  for (const send of drawn(world, 46, fits)) {
    const by = recipientOf(send.to)!
    const kept = [...world.contacts.get(by)!.keys()].filter((one) => one !== send.from)
    const words = wordOf(world, '替他转的 帮阿姨转 代付 - 代交')
    pay(world, by, chance.pick(kept), Number(send.total), later(send.at, chance.whole(3, 400)), {
      words,
      packet: false,
    })
  }
}

/** Lent, and back weeks later in one or two parts. */
function loans(world: EleventhWorld): void {
  const { chance } = world
  for (let n = 0; n < 26; n += 1) {
    const lender = chance.pick(cast).id
    const kept = [...world.contacts.get(lender)!.keys()].filter(isOfCast)
    if (kept.length === 0) continue
    const borrower = chance.pick(kept)
    const fen = chance.pick([500, 1_000, 2_000, 3_000, 5_000, 10_000]) * 100
    const day = chance.whole(2, 60)
    pay(world, lender, borrower, fen, moment(day, chance.whole(540, 1_380)), {
      words: wordOf(world, '借你 - 先拿去用'),
    })
    const parts = chance.pick([1, 1, 2])
    for (let part = 0; part < parts; part += 1)
      pay(
        world,
        borrower,
        lender,
        fen / parts,
        moment(day + chance.whole(6, 14) * (part + 1), chance.whole(540, 1_380)),
        { words: wordOf(world, '还你 还款 谢谢 -') },
      )
  }
}

/** A packet for one, shown in the group they share. */
function birthdays(world: EleventhWorld): void {
  const { chance } = world
  for (const shownIn of ['g-young', 'g-pack', 'g-house', 'g-office', 'g-council', 'g-dance']) {
    const members = world.groups.find(({ id }) => id === shownIn)!.members.filter(isOfCast)
    const [one, ...others] = chance.some(members, Math.min(4, members.length))
    const day = chance.whole(3, days - 3)
    for (const id of others) {
      const fen = chance.pick([6.66, 8.88, 18.88, 52, 66]) * 100
      const at = moment(day, chance.whole(480, 1_400))
      pay(world, id, one!, Math.round(fen), at, { words: '生日快乐', packet: true, shownIn })
    }
  }
}

/** Three lose their telephone and come back under a new account, which is truly theirs; the old one stays in the list. */
function newNumbers(world: EleventhWorld): void {
  const { chance } = world
  for (const [old, name] of [
    ['boat4', '阿川'],
    ['elder3', '陈水木 新'],
    ['stall', '阿珠菜摊2'],
  ] as const) {
    const anew = addPerson(world, name)
    world.other.set(old, anew).set(anew, old)
    const from = moment(chance.whole(28, 55), 0)
    const payers = new Set(
      world.sends.filter((send) => recipientOf(send.to) === old && send.at < from).map((send) => send.from),
    )
    for (const [n, send] of world.sends.entries())
      if (send.at >= from && recipientOf(send.to) === old && send.to.way === 'members' && chance.percent(90))
        world.sends[n] = {
          ...send,
          to: { way: 'members', ids: [anew] },
          claims: send.claims.map((one) => ({ ...one, by: anew })),
        }
    for (const payer of payers) world.contacts.get(payer)?.set(anew, { alias: null, relation: null })
  }
}
