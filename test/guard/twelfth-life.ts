/** What everyone of the twelfth crowd sends: shops, kin, friends, rent, and people met once. */

import type { Kind, Shop } from './twelfth-cast.ts'
import { withStrangers } from './twelfth-met.ts'
import { bill, daily, follow, monthly, pay, weekly } from './twelfth-pay.ts'
import { days, keep, moment, senderIds, type TwelfthWorld } from './twelfth-world.ts'

/** Daily life of every sender. */
export function withLife(world: TwelfthWorld): void {
  for (const id of senderIds) {
    const kind = world.kinds.get(id)!
    withShops(world, id, kind)
    withKin(world, id, kind)
    withFriends(world, id)
    withRent(world, id)
    withStrangers(world, id)
  }
}

type Stall = readonly [Shop, number, readonly [number, number], readonly string[]]
/** A shop, on how many of a hundred days at most, what it comes to, and what is written. */
const stalls: readonly Stall[] = [
  ['noodles', 14, [11, 38], ['', '面', '加蛋', '两碗']],
  ['buns', 22, [3, 14], ['', '早饭', '包子']],
  ['fruit', 13, [12, 75], ['', '水果', '杨梅', '荔枝', '西瓜']],
  ['greens', 18, [6, 48], ['', '菜', '昨天的菜钱', '毛豆和丝瓜']],
  ['market', 12, [15, 230], ['', '超市', '油和纸']],
  ['tea', 8, [9, 36], ['', '奶茶', '冰的']],
  ['pharmacy', 3, [12, 160], ['', '药', '藿香正气水']],
  ['barber', 2, [25, 60], ['', '剪头']],
  ['milk', 2, [48, 120], ['', '这个月奶钱']],
]

function withShops(world: TwelfthWorld, id: string, kind: Kind): void {
  const { chance } = world
  for (const [to, most, yuan, words] of chance.some(stalls, chance.whole(2, 4))) {
    const share = Math.max(1, Math.round((chance.whole(20, 100) * most) / (kind === 'choir' ? 170 : 100)))
    const price = chance.whole(yuan[0], Math.min(yuan[1], yuan[0] * 3))
    const isSame = chance.percent(25)
    follow(world, id, {
      ...{ to, on: daily, share, words, hours: to === 'buns' ? [6, 9] : [9, 21] },
      yuan: isSame ? [price, price, price * 2] : yuan,
    })
    if (chance.percent(30)) keep(world, id, to, null, null)
  }
}

function withKin(world: TwelfthWorld, id: string, kind: Kind): void {
  const { chance } = world
  const { parents, siblings, child } = world.own.get(id)!
  const [first] = parents
  if (first !== undefined && chance.percent(60)) {
    const sum = chance.pick([500, 800, 1_000, 1_000, 1_500, 2_000, 3_000])
    follow(world, id, {
      ...{ to: first, on: monthly(chance.whole(1, 28)), share: 95, yuan: [sum], hours: [8, 22] },
      words: ['', '生活费', '妈，买点好吃的', '这个月的'],
    })
  }
  for (const one of parents)
    follow(world, id, {
      to: one,
      on: daily,
      share: 2,
      yuan: [20, 400],
      words: ['', '药费', '话费', '买菜'],
      hours: [8, 22],
    })
  for (const one of siblings)
    follow(world, id, {
      to: one,
      on: daily,
      share: 1,
      yuan: [30, 900],
      words: ['', '妈的体检', '上次垫的', '给侄女'],
      hours: [9, 22],
    })
  if (child === null) return
  const pocket = kind === 'choir' ? [200, 500, 1_000, 2_000] : [300, 500, 800, 1_200]
  follow(world, id, {
    to: child,
    on: weekly(chance.whole(0, 6)),
    share: 55,
    yuan: pocket,
    words: ['', '生活费', '买水果吃', '给宝宝'],
    hours: [7, 21],
  })
  if (kind === 'bus' && chance.percent(50))
    pay(world, id, child, chance.whole(30, 65) * 10_000, moment(chance.whole(40, 80), 700), '驾校和毕业旅行')
}

const debts = [
  '',
  '',
  '',
  'AA',
  '饭钱',
  '打车',
  '谢谢',
  '代买',
  '昨晚的',
  '快递',
  '电影票',
  '帮我带的',
  '烧烤',
  '还你',
]

function withFriends(world: TwelfthWorld, id: string): void {
  const { chance } = world
  const { friends } = world.own.get(id)!
  const near = chance.some(friends, Math.min(friends.length, chance.whole(2, 5)))
  for (let n = chance.whole(3, 9); n > 0; n -= 1) {
    const to = chance.percent(80) ? chance.pick(near) : chance.pick(friends)
    pay(
      world,
      id,
      to,
      bill(world, 8, 320),
      moment(chance.whole(0, days - 1), chance.whole(500, 1_420)),
      chance.pick(debts),
    )
  }
  // A loan, and what comes back of one; seldom, and large.
  if (chance.percent(30)) {
    const sum = chance.pick([1_000, 2_000, 3_000, 5_000, 8_000, 10_000])
    const at = moment(chance.whole(3, days - 20), chance.whole(540, 1_380))
    pay(world, id, chance.pick(friends), sum * 100, at, chance.pick(['', '借你的', '先拿去用', '还你，谢谢']))
  }
}

function withRent(world: TwelfthWorld, id: string): void {
  const { chance } = world
  const { landlord } = world.own.get(id)!
  if (landlord === null) return
  if (chance.percent(80)) keep(world, id, landlord, chance.pick([null, '房东']), null)
  const rent = chance.whole(12, 42) * 50
  const on = monthly(chance.whole(1, 28))
  follow(world, id, {
    to: landlord,
    on,
    share: 100,
    yuan: [rent],
    words: ['', '房租', '本月房租'],
    hours: [8, 22],
  })
  // Water and power, apart and a little later, in some households.
  if (chance.percent(45))
    follow(world, id, {
      to: landlord,
      on: monthly(chance.whole(3, 28)),
      share: 90,
      yuan: [60, 310],
      words: ['', '水电'],
      hours: [9, 22],
    })
}
