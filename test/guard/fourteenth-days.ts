/** What the fourteenth crowd has with one another: lunches, the class fund, courts, deliveries, stock. */

import { idsOf } from './fourteenth-cast.ts'
import { between, daily, follow, lend, monthly, once, splitBill, weekly } from './fourteenth-habit.ts'
import { pay } from './fourteenth-pay.ts'
import { addAnyone, days, isWorkday, keep, schoolBegins, type FourteenthWorld } from './fourteenth-world.ts'

const lunch = ['午饭', '饭钱', 'AA', '', '外卖', '奶茶']

/** Who of a kind keeps, or is in a group with, this one. */
export function mates(world: FourteenthWorld, id: string, kind: Parameters<typeof idsOf>[0]): string[] {
  return idsOf(kind).filter((one) => one !== id && world.contacts.get(id)!.has(one))
}

/** The office: shared lunches, milk tea, a leaving present. */
export function atTheOffice(world: FourteenthWorld): void {
  const { chance } = world
  const all = idsOf('office')
  for (let day = 0; day < days; day += 1) {
    if (!isWorkday(day) || !chance.percent(22)) continue
    splitBill(
      world,
      all,
      chance.pick(['shop1', 'shop6', 'n54', 'n57']),
      between(world, day, 11, 13),
      lunch,
      [12, 55],
    )
  }
  for (const id of all) {
    const near = chance.some(mates(world, id, 'office'), 3)
    const on = (day: number) => isWorkday(day)
    follow(world, id, { to: near, on, share: 7, yuan: [6, 60], hours: [10, 19], words: lunch })
    const tea = [5, 10, 20, 50, 66]
    const words = ['下午茶', '中标啦', '收到', '大家辛苦']
    follow(world, id, { to: 'g-office', on, share: 2, yuan: tea, hours: [9, 20], words, count: 8 })
  }
  const leaver = chance.pick(all)
  const keeper = chance.pick(all.filter((id) => id !== leaver))
  for (const id of all) {
    if (id === leaver || id === keeper) continue
    pay(world, id, keeper, 5_000, between(world, 38, 10, 20), { words: '送别礼物', packet: false })
  }
}

/** The riders: fuel, lent money, rented bikes, late suppers. */
export function onTheRoad(world: FourteenthWorld): void {
  const { chance } = world
  const all = idsOf('rider')
  const bikes = addAnyone(world, 'older').id
  for (const id of all) {
    keep(world, id, bikes, { alias: chance.percent(60) ? '电动车租赁' : null })
    const yuan = [chance.pick([300, 350, 400])]
    follow(world, id, {
      to: bikes,
      on: monthly(chance.pick([2, 12, 25])),
      share: 92,
      yuan,
      hours: [8, 21],
      words: ['车租'],
    })
    const near = mates(world, id, 'rider')
    follow(world, id, {
      to: near,
      on: daily,
      share: 6,
      yuan: [5, 90],
      hours: [10, 24],
      words: ['饭', '水', '', '换电'],
    })
    const station = ['下雨注意安全', '', '谢谢兄弟们']
    follow(world, id, {
      to: 'g-station',
      on: daily,
      share: 1,
      yuan: [5, 10, 20],
      hours: [13, 24],
      words: station,
    })
    if (chance.percent(60)) lend(world, id, chance.pick(near))
  }
  for (let day = 2; day < days; day += 1)
    if (chance.percent(14))
      splitBill(
        world,
        all,
        chance.pick(['n58', 'n60']),
        between(world, day, 21, 24),
        ['夜宵', 'AA', ''],
        [20, 80],
      )
}

/** The parents: the class fund, group buys, lessons, lifts. */
export function atTheGate(world: FourteenthWorld): void {
  const { chance } = world
  const all = idsOf('parent')
  const treasurer = all[1 + chance.whole(0, 8)]!
  const fees: [number, number, string][] = [
    [schoolBegins + 2, 100, '班费'],
    [24, 35, '教师节鲜花'],
    [39, 68, '校服'],
    [58, 45.5, '秋游'],
    [72, 120, '延时课材料'],
    [81, 28, '绘本'],
  ]
  for (const [day, yuan, words] of fees)
    for (const id of all) {
      if (id === treasurer || chance.percent(12)) continue
      keep(world, id, treasurer)
      // For two children, or for a neighbour's as well.
      const times = chance.percent(7) ? 2 : 1
      const at = between(world, day + (chance.percent(30) ? 1 : 0), 8, 23)
      pay(world, id, treasurer, Math.round(yuan * 100) * times, at, { words, wordy: 55, packet: false })
    }
  for (const id of all) {
    const given = addAnyone(world, 'young')
    keep(world, id, given.id, { alias: chance.percent(70) ? `${given.given[0]!}老师` : null })
    const subject = chance.pick(['钢琴课', '画画', '英语', '游泳', '书法'])
    const fee = [chance.pick([120, 150, 180, 200, 260])]
    const on = weekly(chance.whole(2, 6))
    follow(world, id, {
      to: given.id,
      on,
      share: 75,
      yuan: fee,
      hours: [9, 21],
      words: [subject],
      packet: false,
    })
    const near = mates(world, id, 'parent')
    const shared = ['团购', '打车', '孩子的饭钱', '', '门票', '拼单水果']
    follow(world, id, { to: near, on: daily, share: 7, yuan: [8, 160], hours: [8, 23], words: shared })
  }
}

/** The estate: dues, choir coaches, trips, vegetables by the group. */
export function onTheEstate(world: FourteenthWorld): void {
  const { chance } = world
  const all = idsOf('retired')
  const leader = addAnyone(world, 'older')
  for (const id of all) {
    keep(world, id, leader.id, { alias: chance.percent(55) ? '团购群主' : null })
    const near = mates(world, id, 'retired')
    const dues = ['菜钱', '团购', '', '鸡蛋']
    follow(world, id, {
      to: leader.id,
      on: weekly(1, 4),
      share: 38,
      yuan: [9, 90],
      hours: [7, 20],
      words: dues,
    })
    follow(world, id, {
      to: near,
      on: daily,
      share: 4,
      yuan: [5, 120],
      hours: [7, 21],
      words: ['麻将', '代买', '谢谢'],
    })
    const morning = ['早上好', '祝大家健康', '']
    follow(world, id, {
      to: 'g-taiji',
      on: daily,
      share: 2,
      yuan: [5, 10, 20],
      hours: [6, 10],
      words: morning,
    })
    if (chance.percent(70))
      follow(world, id, {
        to: leader.id,
        on: once(44),
        share: 90,
        yuan: [380, 460, 760],
        hours: [8, 20],
        words: ['旅游团费'],
      })
  }
}
