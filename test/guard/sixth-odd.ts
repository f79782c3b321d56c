/** What looks odd in the sixth crowd and is as it should be. */

import { recipientOf } from '../../packages/cli/replay/day.ts'
import { dayMs, minuteMs } from '../../packages/core/instant.ts'
import { cast } from './sixth-cast.ts'
import { strangerName } from './sixth-names.ts'
import { about, later, pay } from './sixth-pay.ts'
import { addLikeness, addPerson, days, moment, type SixthWorld } from './sixth-world.ts'
import { chanceWord } from './sixth-words.ts'

/** Adds all of it; what is drawn from earlier sends comes last. */
export function withOddities(world: SixthWorld): void {
  withStrangers(world)
  withLargeSums(world)
  withHospital(world)
  withNewAccounts(world)
  withNewYearPigs(world)
  withMoneyPassedOn(world)
  withPaidForAnother(world)
  withSecondHelpings(world)
}

/** Somebody who is paid once: repairs, a ride, sea fish from a stranger, a locksmith at night. */
function withStrangers(world: SixthWorld): void {
  const { chance } = world
  for (let n = 0; n < 210; n += 1) {
    const from = chance.pick(cast).id
    const to = addPerson(world, strangerName(chance))
    const fen = about(10, chance.percent(18) ? 1_900 : 260)(world, 0)
    const at = moment(chance.whole(0, days - 1), chance.whole(400, 1_430))
    pay(world, from, to, fen, at, { words: chance.percent(40) ? chanceWord(chance, '修理') : '' })
    if (chance.percent(13)) pay(world, from, to, fen, later(at, chance.whole(2_000, 30_000)), {})
  }
  for (const [to, low, high] of [
    ['lock', 60, 180],
    ['phone', 80, 460],
    ['vet', 60, 700],
    ['net', 30, 199],
    ['ads', 100, 800],
    ['printing', 15, 90],
    ['uniform', 120, 260],
    ['doctor', 30, 220],
    ['wood', 200, 3_000],
    ['glass', 150, 1_600],
  ] as const)
    for (let n = 0; n < 7; n += 1)
      pay(
        world,
        chance.pick(cast).id,
        to,
        about(low, high)(world, 0),
        moment(chance.whole(0, days - 1), chance.whole(480, 1_250)),
        { words: chance.pick(['', '', '费用', '尾款', '定金']) },
      )
}

/** Once in a season: a refrigerator, a deposit, teeth, a course, a hall for the wedding. */
function withLargeSums(world: SixthWorld): void {
  const { chance } = world
  for (let n = 0; n < 44; n += 1) {
    const { id } = chance.pick(cast)
    const to = addPerson(world, strangerName(chance))
    const fen = chance.whole(18, 160) * 10_000 + chance.pick([0, 0, 0, 5_000, 8_800])
    const words = chance.pick(['定金', '种牙', '冰箱', '订席', '装修款', '学费', '押金', '', ''])
    const day = chance.whole(2, days - 8)
    pay(world, id, to, fen, moment(day, chance.whole(540, 1_260)), { words })
    if (!chance.percent(24)) continue
    const rest = chance.whole(10, 90) * 10_000
    pay(world, id, to, rest, moment(day + chance.whole(1, 7), chance.whole(540, 1_260)), { words: '尾款' })
  }
}

/** Old Chen is in hospital in the last week of November: those who come to see him give, and his son pays at night. */
function withHospital(world: SixthWorld): void {
  const { chance } = world
  for (const id of ['y1', 'y3', 'y5', 'y7', 'y8', 'y10', 't1', 't6', 't2'])
    pay(world, id, 'y6', chance.pick([100, 200, 200, 300]) * 100, moment(chance.whole(50, 58), 900), {
      words: chanceWord(chance, '住院'),
    })
  for (const [day, yuan] of [
    [49, 5_000],
    [50, 3_000],
    [54, 3_000],
  ] as const)
    pay(world, 't4', 'y6', yuan * 100, moment(day, chance.whole(20, 420)), { words: '住院押金' })
  for (let day = 50; day < 58; day += 1)
    pay(world, 't4', 'nurse', 26_000, moment(day, 1_200), { words: '护工' })
}

/** A few really have a new account, which is paid from then on in place of the old one. */
function withNewAccounts(world: SixthWorld): void {
  const { chance, people, sends } = world
  for (const [old, from] of [
    ['veg', 46],
    ['sister', 52],
    ['piano', 60],
    ['u9', 66],
    ['milk', 72],
  ] as const) {
    const name = people.find(({ id }) => id === old)!.name
    const other = addPerson(world, chance.percent(60) ? name : `${name}（新号）`)
    addLikeness(world, old, other)
    const later = sends.filter(({ to, at }) => recipientOf(to) === old && at >= moment(from, 0))
    for (const send of later)
      if (!chance.percent(8)) {
        const claims = send.claims.map(({ afterMs }) => ({ afterMs, by: other }))
        sends.splice(sends.indexOf(send), 1, { ...send, to: { way: 'members', ids: [other] }, claims })
      }
  }
}

/** Before the year ends a pig is bought whole, and friends take a half or a quarter of it. */
function withNewYearPigs(world: SixthWorld): void {
  const { chance } = world
  for (let n = 0; n < 9; n += 1) {
    const buyer = chance.pick(['m8', 't1', 't8', 's10', 'y3', 'm4', 's4', 't6', 'm10'])
    const at = moment(chance.whole(76, 95), chance.whole(420, 1_000))
    const fen = chance.whole(16, 29) * 10_000
    pay(world, buyer, addPerson(world, strangerName(chance)), fen, at, {
      words: chance.pick(['猪钱', '年猪', '']),
    })
    for (const { id } of chance.some(cast, chance.whole(1, 3)))
      if (id !== buyer)
        pay(world, id, buyer, Math.round(fen / 40_000) * 10_000, later(at, chance.whole(60, 1_500)), {
          words: chance.pick(['猪肉', '半扇', '肉钱', '']),
        })
  }
}

/** What came in goes on to a third, the same sum within hours: it was never theirs. */
function withMoneyPassedOn(world: SixthWorld): void {
  const { chance, sends } = world
  const came = sends.filter(
    ({ kind, to }) => kind === 'transfer' && cast.some(({ id }) => id === recipientOf(to)),
  )
  for (const { from, to, total, at } of chance.some(came, 46)) {
    const holder = recipientOf(to)!
    const next = chance.percent(45) ? addPerson(world, strangerName(chance)) : chance.pick(cast).id
    if (next === from || next === holder) continue
    const words = chance.pick(['转给你', '代收的', '帮转', '', ''])
    pay(world, holder, next, Number(total), later(at, chance.whole(3, 300)), { words, packet: false })
  }
}

/** One settles another's ordinary bill; the other gives it back, or does not. */
function withPaidForAnother(world: SixthWorld): void {
  const { chance, sends, returns } = world
  const bills = sends.filter(({ to, total }) => {
    const one = recipientOf(to)
    return one !== undefined && total > 1_000n && total < 120_000n && !cast.some(({ id }) => id === one)
  })
  for (const { from, to, total, at } of chance.some(bills, 56)) {
    const { id } = chance.pick(cast)
    if (id === from) continue
    const when = later(at, chance.whole(1_500, 11_000))
    if (when > moment(days, 0) - dayMs) continue
    const ask = { words: chanceWord(chance, '代付'), packet: false }
    const paid = pay(world, id, recipientOf(to)!, Number(total), when, ask)
    if (chance.percent(65)) {
      const back = { words: chanceWord(chance, '垫的'), packet: false }
      returns.add(pay(world, from, id, Number(total), later(paid.at, chance.whole(2, 900)), back).id)
    }
  }
}

/** The same again within minutes or hours, because a second one was wanted. */
function withSecondHelpings(world: SixthWorld): void {
  const { chance, sends } = world
  const small = sends.filter(({ to, total }) => recipientOf(to) !== undefined && total < 25_000n)
  for (const { from, to, total, at, greeting, kind } of chance.some(small, 62)) {
    const words = chance.percent(40) ? chance.pick(['再来一份', '第二份', '还有一个', '又一份']) : greeting
    const when = at + chance.whole(2, chance.percent(50) ? 14 : 240) * minuteMs
    pay(world, from, recipientOf(to)!, Number(total), when, { words, packet: kind === 'direct' })
  }
}
