/** The drivers of a delivery company: their takings, petrol, repairs and cards. */

import {
  always,
  among,
  daily,
  follow,
  monthly,
  once,
  priced,
  roundly,
  someDay,
  weekly,
} from './eighth-pay.ts'
import { grouped, idsOf, moment, who, type EighthWorld } from './eighth-world.ts'

/** Drivers: cash on delivery handed in at night, petrol, repairs, the mahjong of Saturday. */
export function driversOf(world: EighthWorld): void {
  const { chance, townspeople } = world
  const drivers = idsOf(world, 'drivers')
  const station = grouped(world, '邮驿速递城东站', [...drivers, ...chance.some(townspeople, 18)])
  const table = grouped(world, '城东站吃饭群', drivers)
  const head = who(world, '罗军')
  for (const id of drivers) {
    const pump = who(world, chance.pick(['城东加油站小何', '城东加油站小贺', '国道加油']))
    if (id !== head) {
      follow(world, id, {
        ...{ to: head, on: daily, share: chance.whole(14, 38), sum: priced(35, 880), hours: [19, 23] },
        ...{ words: ['代收款', '今日货款', '到付'] },
      })
      follow(world, id, {
        to: head,
        on: monthly(10),
        share: 90,
        sum: always(chance.whole(16, 22) * 100),
        words: ['车租'],
        hours: [9, 20],
      })
    }
    follow(world, id, {
      ...{ to: pump, on: weekly(0, 3), share: 45, sum: among(100, 150, 200, 200, 300), hours: [6, 20] },
      ...{ words: ['油费', '加油'] },
    })
    restOf(world, id, drivers, table)
    if (id === head) leads(world, drivers, station)
  }
  world.joins.push({ groupId: station, id: townspeople[0]!, at: moment(40, 600) })
}

/** The head of the station: packets for all, pay on account. */
function leads(world: EighthWorld, drivers: readonly string[], station: string): void {
  const { chance } = world
  const id = drivers[0]!
  follow(world, id, {
    to: station,
    on: weekly(0, 6),
    share: 50,
    sum: among(50, 100, 200),
    words: ['兄弟们辛苦', '安全第一'],
    hours: [7, 9],
    count: [10, 20],
  })
  follow(world, id, {
    to: drivers,
    on: monthly(15),
    share: 100,
    sum: roundly(300, 1500, 50),
    words: ['奖金', '补贴', '预支'],
    hours: [9, 20],
  })
  for (const other of drivers.slice(1))
    if (chance.percent(70))
      once(
        world,
        id,
        { to: other, sum: roundly(200, 2400, 10), words: ['提成', '补贴'], hours: [10, 20] },
        someDay(world, 20),
      )
}

/** Repairs, cards on Saturday, packets at the table. */
function restOf(world: EighthWorld, id: string, drivers: readonly string[], table: string): void {
  const garage = who(world, '顺达汽修')
  follow(world, id, {
    to: garage,
    on: daily,
    share: 2,
    sum: priced(60, 900),
    words: ['补胎', '保养', '修车'],
    hours: [9, 19],
  })
  follow(world, id, {
    ...{
      to: drivers,
      on: weekly(5, 6),
      share: 24,
      sum: among(20, 45, 60, 80, 100, 150, 240),
      hours: [20, 24],
    },
    ...{ words: ['牌钱', '输的', ''] },
  })
  follow(world, id, {
    to: table,
    on: daily,
    share: 4,
    sum: among(10, 20, 30, 66),
    hours: [12, 22],
    count: [5, 7],
    words: ['开工大吉', '收工'],
  })
}
