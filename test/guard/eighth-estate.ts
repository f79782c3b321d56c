/** Group-buying on a housing estate. */

import { always, among, daily, follow, monthly, pay, priced, weekly } from './eighth-pay.ts'
import { grouped, idsOf, knows, who, type EighthWorld } from './eighth-world.ts'

/** Neighbours who buy by the crate: all pay the one who orders, who pays the farms and gives back what was short. */
export function estateOf(world: EighthWorld): void {
  const { chance, townspeople } = world
  const neighbours = idsOf(world, 'estate')
  const [lead] = neighbours
  const one = grouped(world, '翡翠湾团购1群', [...neighbours, ...chance.some(townspeople, 60)])
  const two = grouped(world, '翡翠湾团购2群', [
    lead!,
    ...neighbours.slice(3, 5),
    ...chance.some(townspeople, 50),
  ])
  const prices = [19.9, 29.9, 36, 39.9, 45, 49.8, 58, 68, 79.8, 99]
  for (const id of neighbours.slice(1)) {
    knows(world, id, lead!, chance.percent(50) ? '团长' : null, 'other')
    follow(world, id, {
      to: lead!,
      on: daily,
      share: chance.whole(12, 32),
      sum: among(...prices),
      words: ['橙子', '鸡蛋2板', '带鱼', '牛奶', '5栋', ''],
      hours: [8, 23],
    })
    follow(world, id, {
      to: neighbours,
      on: daily,
      share: 5,
      sum: priced(5, 90),
      words: ['代拿', '停车费', '水费'],
      hours: [9, 22],
    })
    const teacher = chance.pick(['舞蹈班陈老师', '舞蹈班程老师', '小饭桌周姐', '乐高课'])
    knows(world, id, who(world, teacher), null, 'other')
    follow(world, id, {
      to: who(world, teacher),
      on: monthly(chance.whole(1, 28)),
      share: 95,
      sum: always(chance.whole(5, 18) * 60),
      words: ['学费', '课时费'],
      hours: [9, 21],
    })
  }
  ordersOf(world, lead!, [one, two])
}

/** She who orders: the farms, the packets that open a round, money back for what was short. */
function ordersOf(world: EighthWorld, lead: string, [one, two]: readonly [string, string]): void {
  const { chance } = world
  for (const [farm, low, high] of [
    ['秭归脐橙老谭', 500, 2600],
    ['阿英蛋品', 260, 800],
    ['海货阿强', 600, 3200],
  ] as const) {
    knows(world, lead, who(world, farm), null, 'other')
    follow(world, lead, {
      to: who(world, farm),
      on: weekly(1, 4),
      share: 45,
      sum: priced(low, high),
      words: ['货款', '定金'],
      hours: [8, 21],
    })
  }
  follow(world, lead, {
    to: one,
    on: weekly(2, 5),
    share: 60,
    sum: among(10, 20, 30),
    words: ['开团啦', '接龙'],
    hours: [9, 21],
    count: [10, 20],
  })
  follow(world, lead, {
    to: two,
    on: weekly(2, 5),
    share: 40,
    sum: among(10, 20),
    words: ['开团啦'],
    hours: [9, 21],
    count: [10, 20],
  })
  for (const sent of world.sends.filter(({ to }) => to.way === 'members' && to.ids[0] === lead))
    if (chance.percent(9) && sent.total < 20_000n)
      pay(world, lead, sent.from, Number(sent.total), sent.at + chance.whole(1, 70) * 3_600_000, {
        words: chance.pick(['退款', '缺货退', '坏果赔']),
      })
}
