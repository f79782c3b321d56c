/** What looks odd in the ninth crowd and is meant: the same twice, ten times as much, paid for another, passed on. */

import type { Send } from '../../packages/cli/replay/day.ts'
import { recipientOf } from '../../packages/cli/replay/day.ts'
import { senders } from './ninth-cast.ts'
import { strangerName } from './ninth-names.ts'
import { bill, later, pay } from './ninth-pay.ts'
import { addPerson, days, keep, moment, type NinthWorld } from './ninth-world.ts'

/** Lays out the oddities among all that is laid out before. */
export function withOddities(world: NinthWorld): void {
  const usual = [...world.sends]
  twiceOnPurpose(world, usual)
  muchMore(world, usual)
  forAnother(world, usual)
  passedOn(world, usual)
  newAccounts(world)
  bigOnes(world)
}

const toOne = (sends: readonly Send[]) => sends.filter(({ to }) => recipientOf(to) !== undefined)

/** A second portion, a second ticket, both children. */
function twiceOnPurpose(world: NinthWorld, usual: readonly Send[]): void {
  const { chance } = world
  for (const { from, to, total, at, greeting } of chance.some(toOne(usual), 34)) {
    const words = chance.percent(30) ? chance.pick(['再来一份', '还有一份', '第二笔']) : greeting
    pay(world, from, recipientOf(to)!, Number(total), later(at, chance.early(600) + 1), { words })
  }
}

/** A whole year at once, a debt of months, the deposit and three rents. */
function muchMore(world: NinthWorld, usual: readonly Send[]): void {
  const { chance } = world
  for (const { from, to, total, at } of chance.some(toOne(usual), 26)) {
    const many = chance.pick([5, 6, 10, 10, 12, 20])
    const words = chance.pick(['', '', '一次付清', '攒一起给', '年卡', '借你周转', '预存'])
    pay(world, from, recipientOf(to)!, Number(total) * many, later(at, chance.whole(600, 40_000)), { words })
  }
}

/** What one usually pays somebody, another of the same circle pays for them once. */
function forAnother(world: NinthWorld, usual: readonly Send[]): void {
  const { chance } = world
  for (const { from, to, total, at, greeting } of chance.some(toOne(usual), 30)) {
    const circle = senders.find(({ id }) => id === from)!.circle
    const { id } = chance.pick(senders.filter((one) => one.circle === circle && one.id !== from))
    const payee = recipientOf(to)!
    if (id === payee) continue
    const words = chance.percent(40) ? '替他付的' : greeting
    pay(world, id, payee, Number(total), later(at, chance.whole(3, 3_000)), { words })
  }
}

/** Money that came in goes on to a third, or back to the one it came from. */
function passedOn(world: NinthWorld, usual: readonly Send[]): void {
  const { chance } = world
  const own = new Set(senders.map(({ id }) => id))
  for (const { from, to, total, at } of chance.some(toOne(usual), 46)) {
    const by = recipientOf(to)!
    if (!own.has(by)) continue
    const when = later(at, chance.whole(4, 900))
    if (chance.percent(50)) {
      pay(world, by, from, Number(total), when, { words: chance.pick(['退你', '多了，退回', '不用给', '']) })
      continue
    }
    const [third] = chance.pick([...world.contacts.get(by)!])
    if (third !== from)
      pay(world, by, third, Number(total), when, { words: chance.pick(['转给你', '', '代收的']) })
  }
}

/** Somebody's second account, which is real: of the same name, and from then on paid instead. */
function newAccounts(world: NinthWorld): void {
  const { chance } = world
  for (const { id } of chance.some(senders, 5)) {
    const people = [...world.contacts.get(id)!.keys()].filter((one) => !one.startsWith('c-'))
    const old = chance.pick(people)
    const name = world.people.find((one) => one.id === old)!.name
    const fresh = addPerson(world, chance.percent(50) ? name : `${name}小号`)
    if (chance.percent(60)) keep(world, id, fresh, null)
    for (let left = chance.whole(1, 4), day = chance.whole(18, 74); left > 0; left -= 1, day += 6)
      pay(world, id, fresh, bill(world, 10, 300), moment(day, chance.whole(500, 1_380)))
  }
}

/** A saw, a sofa, a loan, a sick mother: once, and large, to somebody new or known. */
function bigOnes(world: NinthWorld): void {
  const { chance } = world
  for (const { id } of chance.some(senders, 40)) {
    const known = chance.percent(45)
    const to = known
      ? chance.pick([...world.contacts.get(id)!.keys()])
      : addPerson(world, strangerName(chance))
    const words = chance.pick(['', '借款', '尾款', '看病', '二手雪板', '首付', '学费', '装修'])
    const at = moment(chance.whole(3, days - 1), chance.whole(420, 1_430))
    pay(world, id, to, bill(world, 1_000, chance.pick([4_000, 9_000, 26_000])), at, { words, packet: false })
  }
}
