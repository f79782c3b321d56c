/** The working day: a middle school, a hospital's kitchen. */

import {
  always,
  among,
  daily,
  follow,
  monthly,
  priced,
  someDay,
  weekly,
  working,
  once,
} from './eighth-pay.ts'
import { grouped, idsOf, knows, who, type EighthWorld } from './eighth-world.ts'

const lunch = [11, 14] as const

/** Teachers: canteen cards and class fees, printing, shared rides, the grade's packets. */
export function schoolOf(world: EighthWorld): void {
  const { chance, townspeople } = world
  const teachers = idsOf(world, 'school')
  const office = grouped(world, '八年级组', [...teachers, ...chance.some(townspeople, 6)])
  const staff = grouped(world, '三中教职工', [...teachers, ...chance.some(townspeople, 50)])
  const parents = [803, 804].map((name) =>
    grouped(world, `${name}班家长群`, [...teachers.slice(0, 6), ...chance.some(townspeople, 44)]),
  )
  const steward = who(world, '何建平')
  const driver = who(world, '吴昊')
  const printer = who(world, '快印天地')
  for (const [index, id] of teachers.entries()) {
    follow(world, id, {
      ...{ to: steward, on: weekly(0), share: 35, sum: among(50, 100, 100, 200), hours: [7, 17] },
      ...{ words: ['饭卡', '充饭卡'] },
    })
    follow(world, id, {
      ...{ to: printer, on: working, share: 5, sum: priced(6, 180), hours: [8, 18] },
      ...{ words: ['试卷', '打印费', '资料费'] },
    })
    if (index % 3 === 0)
      follow(world, id, {
        ...{ to: driver, on: weekly(4), share: 60, sum: always(12), hours: [17, 19] },
        ...{ words: ['拼车', '油费'] },
      })
    follow(world, id, {
      ...{ to: office, on: working, share: 3, sum: among(20, 30, 50, 66, 100), hours: [8, 21] },
      ...{ words: ['辛苦了', '下课吃瓜子', '平均分第一'], count: [8, 14] },
    })
    if (chance.percent(40))
      once(
        world,
        id,
        { to: staff, sum: among(100, 200), words: ['节日快乐'], hours: [8, 20], count: [20, 40] },
        someDay(world),
      )
    if (index < 6) classOf(world, id, parents[index % 2]!)
  }
}

/** A teacher with a class: its parents as a group, and some of them one by one. */
function classOf(world: EighthWorld, id: string, parents: string): void {
  const { chance, townspeople } = world
  once(
    world,
    id,
    {
      to: parents,
      sum: among(50, 88, 100),
      words: ['孩子们加油'],
      hours: [18, 22],
      count: [20, 40],
    },
    someDay(world),
  )
  for (const parent of chance.some(townspeople, 4)) {
    knows(
      world,
      id,
      parent,
      `${world.people.find((one) => one.id === parent)!.name.slice(0, 4)}家长`,
      'other',
    )
    if (chance.percent(60))
      once(
        world,
        id,
        { to: parent, sum: among(45, 60, 85, 120), words: ['退资料费', '退校服钱'], hours: [9, 20] },
        someDay(world),
      )
  }
}

/** The kitchen: a buyer who pays by the day, cooks who lend and borrow. */
export function kitchenOf(world: EighthWorld): void {
  const { chance } = world
  const cooks = idsOf(world, 'kitchen')
  const group = grouped(world, '后厨一家亲', cooks)
  grouped(world, '食堂采购对账', [...cooks.slice(0, 2), ...chance.some(world.townspeople, 5)])
  const [chef, buyer] = [who(world, '黄大勇'), who(world, '郭秀英')]
  const vendors: readonly (readonly [string, number, number, number, string])[] = [
    ['陈记蔬菜', 60, 180, 620, '菜款'],
    ['陈纪粮油', 12, 400, 1900, '米面油'],
    ['老孟猪肉', 50, 350, 1400, '肉款'],
    ['孟家豆腐', 35, 30, 90, '豆腐'],
    ['河口鲜鱼', 20, 150, 500, '鱼'],
    ['阿英蛋品', 14, 260, 540, '鸡蛋'],
  ]
  for (const [name, share, low, high, words] of vendors) {
    const to = who(world, name)
    knows(world, buyer, to, null, 'other')
    follow(world, buyer, {
      to,
      on: daily,
      share,
      sum: priced(low, high),
      words: [words, `今天${words}`, ''],
      hours: [5, 10],
    })
    if (chance.percent(40))
      follow(world, chef, { to, on: daily, share: 3, sum: priced(low, high), words: [words], hours: [5, 11] })
  }
  for (const id of cooks) {
    follow(world, id, {
      ...{ to: cooks, on: daily, share: 8, sum: among(5, 10, 12, 20, 30, 50, 100), hours: lunch },
      ...{ words: ['烟钱', '还你', '牌钱', '水'] },
    })
    follow(world, id, {
      to: group,
      on: daily,
      share: 3,
      sum: among(6, 8, 10, 20, 50),
      hours: [13, 22],
      count: [4, 7],
      words: ['下班啦', '抢'],
    })
    if (chance.percent(60))
      follow(world, id, {
        to: buyer,
        on: monthly(chance.whole(5, 25)),
        share: 90,
        sum: always(30),
        hours: [8, 20],
        words: ['工会费', '伙食费'],
      })
  }
}
