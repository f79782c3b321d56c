/** What is sent among the young parents of one building, and in the shared flat. */

import { bill, daily, follow, monthly, pay, weekly } from './twelfth-pay.ts'
import { days, idsOf, moment, type TwelfthWorld } from './twelfth-world.ts'

/** The building and its flat. */
export function withTower(world: TwelfthWorld): void {
  for (const id of idsOf('home')) withParent(world, id)
  withGroupBuys(world)
  withFlat(world)
}

function withParent(world: TwelfthWorld, id: string): void {
  const { chance } = world
  const home = idsOf('home')
  if (chance.percent(45))
    follow(world, id, {
      to: 'nursery',
      on: monthly(chance.whole(1, 6)),
      share: 100,
      yuan: [chance.pick([2_200, 2_600, 2_800])],
      words: ['', '托费', '糖糖六月', '保育费'],
      hours: [8, 21],
    })
  const lesson = chance.pick(['swim', 'dance', 'piano'] as const)
  const price = chance.pick([120, 150, 180, 200])
  if (chance.percent(65))
    follow(world, id, {
      to: lesson,
      on: weekly(chance.whole(4, 6)),
      share: 85,
      yuan: [price],
      words: ['', '课费', '今天的课', '谢谢老师'],
      hours: [9, 20],
      ask: { packet: false },
    })
  const near = chance.some(
    home.filter((one) => one !== id),
    4,
  )
  follow(world, id, {
    to: near,
    on: daily,
    share: 13,
    yuan: [5, 150],
    words: ['', '', '尿不湿', '代取', '牛奶', '绘本', '游乐场门票', '拼单', '谢谢啦'],
    hours: [8, 23],
  })
  if (chance.percent(50))
    pay(world, id, 'property', bill(world, 380, 1_900), moment(chance.whole(0, days - 1), 660), '物业费')
  if (chance.percent(25))
    pay(
      world,
      id,
      chance.pick(['plumber', 'aircon']),
      bill(world, 80, 680),
      moment(chance.whole(20, 80), 900),
      chance.pick(['', '修空调', '上门费']),
    )
  follow(world, id, {
    to: chance.pick(['g-mums', 'g-class', 'g-tower']),
    on: daily,
    share: 2,
    yuan: [6, 10, 20, 50],
    words: ['', '谢谢邻居', '宝宝一岁啦', '接龙辛苦了'],
    hours: [8, 22],
    ask: { count: 10 },
  })
}

/** One of the building orders for all; the sums come in on one evening, two alike where two crates are wanted. */
function withGroupBuys(world: TwelfthWorld): void {
  const { chance } = world
  const buyers = ['home1', 'home3', 'home5', 'home6', 'home9', 'home10', 'flat1', 'flat2']
  for (let n = 0; n < 13; n += 1) {
    const at = moment(n * 6 + chance.whole(0, 5), chance.whole(1_080, 1_200))
    const leader = chance.pick(['home11', 'home11', 'home1'])
    const crate = chance.pick([2_990, 3_900, 4_500, 5_800, 6_680, 8_800])
    const words = chance.pick(['杨梅', '荔枝一箱', '小龙虾', '鸡蛋', '酸奶'])
    for (const one of chance.some(buyers, chance.whole(3, 7))) {
      if (one === leader) continue
      const when = at + chance.whole(0, 150) * 60_000
      pay(world, one, leader, crate, when, words, { packet: false })
      if (chance.percent(10))
        pay(world, one, leader, crate, when + chance.whole(1, 25) * 60_000, words, { packet: false })
    }
  }
}

function withFlat(world: TwelfthWorld): void {
  const { chance } = world
  const flat = idsOf('flat')
  for (const id of flat) {
    const others = flat.filter((one) => one !== id)
    follow(world, id, {
      to: others,
      on: daily,
      share: 20,
      yuan: [4, 110],
      words: ['', '', '外卖', 'AA', '打车', '电费', '火锅', '网费', '哈哈'],
      hours: [9, 24],
    })
    follow(world, id, {
      to: 'g-flat',
      on: daily,
      share: 2,
      yuan: [5, 10, 20],
      words: ['周末快乐', '发工资', ''],
      hours: [10, 24],
      ask: { count: 4 },
    })
    follow(world, id, {
      to: 'tea',
      on: daily,
      share: chance.whole(4, 18),
      yuan: [12, 15, 18, 30],
      words: ['', '奶茶'],
      hours: [12, 22],
    })
  }
}
