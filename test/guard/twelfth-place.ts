/** What is sent in the choir, in the building with its young parents, and in the shared flat. */

import { couples } from './twelfth-cast.ts'
import { bill, daily, follow, later, monthly, pay, weekly } from './twelfth-pay.ts'
import { withTower } from './twelfth-tower.ts'
import { idsOf, moment, type TwelfthWorld } from './twelfth-world.ts'

/** The choir, the building, the flat, and those who keep one household. */
export function withPlace(world: TwelfthWorld): void {
  const choir = idsOf('choir')
  for (const id of choir) withSinger(world, id, choir)
  withTower(world)
  const { chance } = world
  for (const [a, b] of couples) {
    const words = ['', '', '买菜', '家用', '物业费你交', '宝宝的', '帮我充']
    follow(world, a, { to: b, on: daily, share: chance.whole(4, 15), yuan: [10, 900], words, hours: [7, 23] })
    follow(world, b, { to: a, on: daily, share: chance.whole(2, 12), yuan: [10, 600], words, hours: [7, 23] })
  }
}

function withSinger(world: TwelfthWorld, id: string, choir: readonly string[]): void {
  const { chance } = world
  const treasurer = 'choir4'
  follow(world, id, {
    to: treasurer,
    on: monthly(12),
    share: 85,
    yuan: [60],
    words: ['', '六月团费', '团费', '团费，谢谢钱老师'],
    hours: [8, 20],
    ask: { packet: false },
  })
  if (chance.percent(80))
    pay(
      world,
      id,
      treasurer,
      18_500,
      moment(chance.whole(36, 41), chance.whole(480, 1_200)),
      chance.pick(['演出服', '服装费', '']),
      { packet: false },
    )
  // The bus for the outing, for oneself and now and then for one more.
  if (chance.percent(75)) {
    const at = moment(chance.whole(52, 56), chance.whole(480, 1_200))
    pay(world, id, treasurer, 12_800, at, '春华园车费')
    if (chance.percent(25))
      pay(
        world,
        id,
        treasurer,
        12_800,
        later(at, chance.whole(1, 400)),
        chance.pick(['春华园车费', '代老伴交', '']),
      )
  }
  const near = chance.some(
    choir.filter((one) => one !== id),
    3,
  )
  follow(world, id, {
    to: near,
    on: daily,
    share: 8,
    yuan: [6, 130],
    words: ['', '茶钱', '打印歌谱', '菜钱', '代买的药', '谢谢'],
    hours: [7, 21],
  })
  follow(world, id, {
    to: chance.pick(['g-choir', 'g-alto', 'g-walk']),
    on: weekly(2),
    share: 12,
    yuan: [10, 20, 50],
    words: ['歌声不老', '辛苦各位', '早上好'],
    hours: [7, 20],
    ask: { count: 8 },
  })
  if (id === treasurer) withTreasury(world, id, near)
}

/** What the treasurer pays out: the dresses, and what others had paid for. */
function withTreasury(world: TwelfthWorld, id: string, near: readonly string[]): void {
  const { chance } = world
  pay(world, id, 'costume', 203_500, moment(42, 620), '桃李合唱团演出服')
  pay(world, id, 'costume', 50_000, moment(36, 900), '定金')
  for (let n = 0; n < 6; n += 1)
    pay(
      world,
      id,
      chance.pick(near),
      bill(world, 60, 400),
      moment(chance.whole(10, 80), 900),
      chance.pick(['报销', '退车费', '']),
    )
}
