/** What is sent at work: by the drivers and their canteen, and by those who sell used things online. */

import { anyName } from './twelfth-cast.ts'
import { bill, daily, follow, later, pay, weekly } from './twelfth-pay.ts'
import { addPerson, days, idsOf, moment, type TwelfthWorld } from './twelfth-world.ts'

/** The bus line and the sellers. */
export function withWork(world: TwelfthWorld): void {
  const bus = idsOf('bus')
  for (const id of bus) withDriver(world, id)
  withSwaps(world, bus)
  withCanteen(world)
  for (const id of idsOf('sell')) withSeller(world, id)
}

function withDriver(world: TwelfthWorld, id: string): void {
  const { chance } = world
  const bus = idsOf('bus')
  const tray = chance.whole(9, 16)
  const eats = chance.whole(20, 55)
  // From the first of July the canteen costs more, and some go over to noodles.
  const change = 52
  const isGoing = chance.percent(25)
  const before = (day: number) => day < change
  const after = (day: number) => day >= change
  const words = ['', '', '饭', '午饭', '加个鸡腿']
  follow(world, id, {
    to: 'canteen',
    on: before,
    share: eats,
    yuan: [tray, tray, tray + 3],
    words,
    hours: [10, 20],
  })
  follow(world, id, {
    ...{ to: isGoing ? 'noodles' : 'canteen', on: after, share: eats, words, hours: [10, 20] },
    yuan: [tray + 2, tray + 2, tray + 5],
  })
  if (chance.percent(60))
    follow(world, id, {
      to: 'fuel',
      on: daily,
      share: 7,
      yuan: [100, 200, 200, 250, 300],
      words: ['', '油', '加油'],
      hours: [5, 22],
    })
  if (chance.percent(30))
    pay(world, id, 'garage', bill(world, 150, 2_600), moment(chance.whole(2, days - 2), 800), '换轮胎')
  const mates = chance.some(
    bus.filter((one) => one !== id),
    4,
  )
  follow(world, id, {
    to: mates,
    on: daily,
    share: 12,
    yuan: [5, 90],
    words: ['', '烟', '水', '饭卡', '代缴', '早饭'],
    hours: [5, 23],
  })
  follow(world, id, {
    to: 'g-line',
    on: daily,
    share: 1,
    yuan: [10, 20, 30, 66, 88],
    words: ['一路平安', '大家辛苦', ''],
    hours: [5, 22],
    ask: { count: 8 },
  })
}

/** A shift taken over is paid for at one price, and twice where two were taken. */
function withSwaps(world: TwelfthWorld, bus: readonly string[]): void {
  const { chance } = world
  for (let n = 0; n < 60; n += 1) {
    const [from, to] = chance.some(bus, 2)
    const at = moment(chance.whole(0, days - 1), chance.whole(360, 1_380))
    const words = chance.pick(['', '顶班', '替班费', '谢谢顶班'])
    pay(world, from!, to!, 15_000, at, words, { packet: false })
    if (chance.percent(9))
      pay(world, from!, to!, 15_000, at + chance.whole(1, 4) * 60_000, words, { packet: false })
  }
  const players = ['bus2', 'bus5', 'bus8', 'bus15']
  for (let week = 0; week < 12; week += 1) {
    const at = moment(week * 7 + chance.pick([2, 5, 6]), chance.whole(1_260, 1_400))
    const [winner, ...losers] = chance.some(players, 4)
    for (const one of losers)
      if (chance.percent(80))
        pay(world, one, winner!, chance.whole(1, 24) * 500, at, chance.pick(['', '牌', '服了']))
    if (chance.percent(30))
      pay(world, winner!, 'g-cards', chance.pick([10, 20, 50]) * 100, at, '请客', { count: 4 })
  }
}

/** The canteen buys by the sack, and gives the kitchen maid the week's pay. */
function withCanteen(world: TwelfthWorld): void {
  const { chance } = world
  const makers = ['米行老板', '肉铺小杨', '豆腐阿婆'].map((name) => addPerson(world, name))
  const maid = addPerson(world, anyName(chance, true))
  const buy = { on: daily, hours: [4, 9] as const }
  follow(world, 'bus9', { ...buy, to: makers[1]!, share: 60, yuan: [180, 520], words: ['', '肉', '排骨'] })
  follow(world, 'bus9', { ...buy, to: makers[0]!, share: 10, yuan: [260, 260, 520], words: ['', '大米'] })
  follow(world, 'bus10', { ...buy, to: makers[2]!, share: 50, yuan: [28, 90], words: ['', '豆腐', '千张'] })
  follow(world, 'bus10', { ...buy, to: 'greens', share: 45, yuan: [60, 340], words: ['', '菜'] })
  follow(world, 'bus9', {
    to: maid,
    on: weekly(6),
    share: 100,
    yuan: [560],
    words: ['', '这周'],
    hours: [15, 21],
  })
}

const goods = [
  '',
  '',
  '收货',
  '婴儿车',
  '二手书',
  '显示器',
  '手办',
  '小冰箱',
  '自行车',
  '货款',
  '邮费',
  '吉他',
  '投影仪',
]

/** Sellers buy from strangers, pay couriers, give money back to buyers, and share a stall. */
function withSeller(world: TwelfthWorld, id: string): void {
  const { chance } = world
  const courier = chance.pick(['courier', 'courier', 'courierToo'] as const)
  follow(world, id, {
    to: courier,
    on: daily,
    share: chance.whole(12, 50),
    yuan: [6, 64],
    words: ['', '', '邮费', '今天3件', '快递'],
    hours: [10, 21],
  })
  follow(world, id, {
    to: 'boxes',
    on: daily,
    share: 4,
    yuan: [30, 60, 60, 120],
    words: ['', '纸箱'],
    hours: [9, 19],
  })
  const regulars = Array.from({ length: chance.whole(2, 5) }, () => addPerson(world, anyName(chance)))
  for (let n = chance.whole(12, 30); n > 0; n -= 1) {
    const to = chance.percent(35) ? chance.pick(regulars) : addPerson(world, anyName(chance))
    const fen = chance.percent(9) ? bill(world, 800, 4_800) : bill(world, 10, 480)
    const at = moment(chance.whole(0, days - 1), chance.whole(540, 1_430))
    pay(world, id, to, fen, at, chance.pick(goods), { packet: false })
    // A second of the same thing, asked for on the spot.
    if (chance.percent(4))
      pay(world, id, to, fen, later(at, chance.whole(2, 50)), chance.pick(['', '再来一个']), {
        packet: false,
      })
  }
  for (let n = chance.whole(3, 10); n > 0; n -= 1) {
    const buyer = addPerson(world, anyName(chance))
    const at = moment(chance.whole(0, days - 1), chance.whole(540, 1_430))
    pay(world, id, buyer, bill(world, 5, 260), at, chance.pick(['', '退款', '退差价', '补偿您', '退邮费']))
  }
  const others = idsOf('sell').filter((one) => one !== id)
  const mates = chance.some(others, 3)
  follow(world, id, {
    to: mates,
    on: daily,
    share: 8,
    yuan: [10, 260],
    words: ['', '摊位费', '帮卖的', '分你的', '代收'],
    hours: [9, 23],
  })
  follow(world, id, {
    to: 'g-sell',
    on: weekly(4),
    share: 14,
    yuan: [5, 10, 20],
    words: ['上新啦', ''],
    hours: [11, 22],
    ask: { count: 10 },
  })
}
