/** What everybody of the fourteenth crowd has at home: rent, shops, family, friends, and what comes but once. */

import type { Member } from './fourteenth-cast.ts'
import { between, daily, follow, monthly, weekly, type Habit } from './fourteenth-habit.ts'
import { bill, later, pay } from './fourteenth-pay.ts'
import { addAnyone, addPerson, days, keep, type FourteenthWorld } from './fourteenth-world.ts'
import { shopName } from './fourteenth-names.ts'

/** The life that has nothing to do with where somebody works or plays. */
export function liveAtHome(world: FourteenthWorld, member: Member): void {
  const { chance, circles } = world
  const { id, kind, pace } = member
  const { family, friends, landlord, shops, services } = circles.get(id)!
  const of = (share: number) => Math.min(90, Math.round((share * pace) / 100))
  const elder = kind === 'retired'
  if (landlord) payRent(world, id, landlord)
  for (const shop of shops) {
    const share = of(chance.pick([2, 3, 4, 6, 9, 16]))
    const least = chance.pick([4, 6, 10, 15])
    const yuan = [least, least * chance.whole(3, 9)]
    follow(world, id, {
      to: shop,
      on: daily,
      share,
      yuan,
      hours: [7, 22],
      wordy: 3,
      words: ['买菜', '尾款', '2份'],
    })
  }
  const [first, second, ...rest] = family
  follow(world, id, keepHouse(world, first!, of(elder ? 4 : 6), elder))
  if (second && chance.percent(60))
    follow(world, id, {
      to: second,
      on: monthly(chance.pick([1, 5, 10, 15, 28])),
      share: 94,
      yuan: [chance.pick([500, 800, 1_000, 1_500, 2_000, 3_000])],
      hours: [9, 22],
      words: elder ? ['给孩子的', '补课费'] : ['生活费', '家用', '妈，这个月的'],
    })
  const treats = ['买点好吃的', '生日快乐', '奖励', '给宝贝的', '']
  const small = [8.88, 20, 50, 66, 66.66, 88, 100, 100, 200, 200]
  follow(world, id, {
    to: rest,
    on: daily,
    share: of(3),
    yuan: small,
    hours: [8, 23],
    packet: true,
    words: treats,
  })
  const owed = ['AA', '饭钱', '电影票', '奶茶', '打车', '还你', '', '昨天的', '代购']
  follow(world, id, {
    to: friends,
    on: daily,
    share: of(elder ? 4 : 9),
    yuan: [8, 320],
    hours: [9, 24],
    words: owed,
  })
  for (const one of services)
    follow(world, id, {
      to: one,
      on: weekly(chance.whole(0, 6)),
      share: chance.pick([6, 10, 25, 60]),
      yuan: chance.pick([[120], [35, 260], [160], [50, 600]]),
      hours: [8, 20],
      words: ['保洁', '维修', '辛苦了', ''],
    })
  goOut(world, member)
}

function payRent(world: FourteenthWorld, id: string, landlord: string): void {
  const { chance } = world
  const rent = chance.pick([900, 1_200, 1_500, 1_650, 1_800, 2_200, 2_600, 3_200])
  const on = monthly(chance.pick([1, 3, 5, 10, 15, 20]))
  const words = ['房租', '本月房租', '租金', '']
  follow(world, id, { to: landlord, on, share: 96, yuan: [rent], hours: [8, 23], words, packet: false })
  if (chance.percent(55)) {
    const bills = ['水电', '水电费', '电费']
    follow(world, id, {
      to: landlord,
      on: monthly(8),
      share: 90,
      yuan: [70, 380],
      hours: [9, 22],
      words: bills,
    })
  }
}

function keepHouse({ chance }: FourteenthWorld, to: string, share: number, isElder: boolean): Habit {
  const yuan = chance.pick(
    isElder
      ? [
          [20, 300],
          [100, 200, 500],
        ]
      : [
          [30, 900],
          [52, 100, 200, 500, 1_000],
          [15, 400],
        ],
  )
  const words = ['买菜', '家里用', '水电费', '', '药钱', '充话费']
  return { to, on: daily, share, yuan, hours: [7, 23], words, packet: false }
}

/** First payments to people and shops never met before, and most never again. */
function goOut(world: FourteenthWorld, { id, pace }: Member): void {
  const { chance } = world
  const times = Math.round((chance.whole(3, 10) * pace) / 100)
  for (let i = 0; i < times; i += 1) {
    const isShop = chance.percent(60)
    const given = isShop ? null : addAnyone(world, chance.percent(50) ? 'young' : 'older')
    const one = given?.id ?? addPerson(world, shopName(world.chance))
    if (given && chance.percent(45)) keep(world, id, one, { alias: chance.percent(30) ? given.given : null })
    const at = between(world, chance.whole(0, days - 2), 8, 22)
    const top = chance.pick([40, 60, 90, 150, 300, 800, 2_500])
    const words = chance.pick(['', '', '定金', '闲置', '运费', '门票', '押金', '二手书', '停车费'])
    pay(world, id, one, bill(chance, 5, top), at, { words })
    if (words === '定金')
      pay(world, id, one, bill(chance, 30, 900), later(at, chance.whole(1_500, 9_000)), { words: '尾款' })
  }
}
