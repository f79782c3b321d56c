/**
 * What everyone of the fifth crowd sends, whatever circle they are of: breakfast, lunch, fruit, small debts,
 * loans.
 */

import { circles, idsOf, otherName, type Circle } from './fifth-cast.ts'
import { daily, follow, later, pay, weekly } from './fifth-pay.ts'
import { bill } from './fourth-pay.ts'
import { addPerson, days, isWorkday, moment, type FifthWorld } from './fifth-world.ts'

/** Daily life of every sender. */
export function withDaily(world: FifthWorld): void {
  for (const circle of circles) {
    for (const id of idsOf(circle)) {
      withShops(world, id)
      withFriends(world, id, circle)
      withOnce(world, id)
    }
  }
}

function withShops(world: FifthWorld, id: string): void {
  const { chance } = world
  const lunch = chance.pick(['noodles', 'canteen', 'canteen'])
  const fruit = chance.pick(['fruit', 'fruit', 'fruitToo'])
  const bowl = chance.whole(11, 26)
  const shop = (to: string, on: (day: number) => boolean, share: number, yuan: number[], words: string[]) =>
    follow(world, id, { to, on, share, yuan, words, hours: to === 'breakfast' ? [6, 9] : [11, 20] })
  const morning = chance.whole(4, 9)
  shop('breakfast', isWorkday, chance.whole(0, 26), [morning, morning, morning + 3], ['', '早点', '豆浆油条'])
  shop(lunch, daily, chance.whole(8, 26), [bowl, bowl + 2, bowl + 6], ['', '午饭', '面', '盒饭'])
  shop(fruit, weekly(2, 5), chance.whole(0, 45), [12, 65], ['', '水果', '草莓', '苹果和梨', '西瓜'])
  shop('market', weekly(5, 6), chance.whole(0, 60), [25, 210], ['', '买菜', '米和油'])
  shop('milkTea', daily, chance.whole(0, 9), [14, 16, 18, 32], ['', '奶茶', '两杯'])
  shop('pharmacy', daily, 1, [15, 120], ['', '药', '感冒药'])
  // Two bowls, paid one after the other, as each of the two was ordered.
  if (chance.percent(25)) {
    for (let n = chance.whole(2, 5); n > 0; n -= 1) {
      const at = moment(chance.whole(0, days - 1), chance.whole(690, 780))
      const words = chance.pick(['', '面', '一碗'])
      pay(world, id, lunch, bowl * 100, at, { words })
      pay(world, id, lunch, bowl * 100, at + chance.whole(60_000, 500_000), { words })
    }
  }
}

const debts = [
  '',
  '',
  'AA',
  '午饭AA',
  '奶茶钱',
  '打车',
  '代买的',
  '谢啦',
  '昨晚的',
  '快递费',
  '电影票',
  '代付',
]
const giftSums = [66, 88, 88, 100, 188, 200]

/** Two or three are close: what one lays out the other pays back, and now and then one lends. */
function withFriends(world: FifthWorld, id: string, circle: Circle): void {
  const { chance, contacts } = world
  const peers = idsOf(circle).filter((one) => one !== id)
  const close = chance.some(peers, 3)
  const others = [...contacts.get(id)!.keys()].filter((one) => world.kinds.get(one) !== 'payee')
  const small = { on: daily, yuan: [6, 75], words: debts, hours: [9, 23] as const }
  follow(world, id, { ...small, to: close, share: chance.whole(6, 17) })
  follow(world, id, { ...small, to: others, share: chance.whole(1, 5) })
  for (const to of close) {
    const name = world.people.find((one) => one.id === to)!.name
    const words = [`${name}垫的`, `谢谢${name.slice(-2)}`, `${name}的饭钱`]
    follow(world, id, { ...small, to, share: 1, words })
    // For somebody else, who is named.
    follow(world, id, {
      on: daily,
      share: chance.whole(0, 1),
      to: close[0]!,
      yuan: [15, 90],
      words: [`替${name}给的`],
      hours: [9, 22],
    })
  }
  for (let n = chance.whole(0, 2); n > 0; n -= 1) withLoan(world, id, chance.pick(peers))
  if (chance.percent(60)) withOverpaid(world, id, chance.pick([...close, ...close, 'market']))
  const birthday = moment(chance.whole(3, days - 2), chance.whole(420, 1_380))
  for (const one of chance.some(peers, chance.whole(1, 3)))
    pay(world, one, id, chance.pick(giftSums) * 100, birthday + chance.whole(0, 5_000_000), {
      words: chance.pick(['生日快乐', '生快！', '']),
      packet: true,
    })
}

/** Lent, and given back as a whole or in two parts. */
function withLoan(world: FifthWorld, from: string, to: string): void {
  const { chance } = world
  const fen = chance.pick([200, 300, 500, 500, 800, 1_000, 2_000, 3_500]) * 100
  const at = moment(chance.whole(1, days - 20), chance.whole(540, 1_380))
  pay(world, from, to, fen, at, { words: chance.pick(['', '借你', '先拿着用', '周转']), packet: false })
  const back = { words: chance.pick(['', '还你', '还钱', '还上次借的']), packet: false }
  const parts = chance.percent(25) ? 2 : 1
  for (let n = 1; n <= parts; n += 1)
    pay(world, to, from, fen / parts, later(at, n * chance.whole(120, 11_000)), back)
}

/** Too much was sent, or what it was for fell through: the same money goes back within a day or two. */
function withOverpaid(world: FifthWorld, from: string, to: string): void {
  const { chance } = world
  const at = moment(chance.whole(1, days - 4), chance.whole(540, 1_260))
  const fen = bill(world, 20, 420)
  pay(world, from, to, fen, at, { words: chance.pick(['', '先付', '订的', '帮我留着']), packet: false })
  const words = chance.pick(['退你', '退回', '没货了退你', '', '多了退回'])
  pay(world, to, from, fen, later(at, chance.pick([8, 25, 60, 180, 700, 1_900])), { words, packet: false })
}

const met = [
  '二手自行车',
  '修手机',
  '搬家',
  '开锁',
  '旧书',
  '摆摊',
  '拼车',
  '代驾',
  '',
  '',
  '',
  '样品',
  '家具',
]

/** People met once, and a few big ordinary payments to somebody new. */
function withOnce(world: FifthWorld, id: string): void {
  const { chance } = world
  for (let n = chance.whole(2, 5); n > 0; n -= 1) {
    const stranger = addPerson(world, otherName(world.people.length))
    const fen = chance.percent(12) ? bill(world, 800, 4_000) : bill(world, 10, 300)
    const at = moment(chance.whole(0, days - 1), chance.whole(480, 1_380))
    pay(world, id, stranger, fen, at, { words: chance.pick(met), packet: false })
    // The rest of a price that was paid in part.
    if (chance.percent(15))
      pay(world, id, stranger, fen * 2, later(at, 2_000), { words: '尾款', packet: false })
  }
  if (chance.percent(22)) {
    const [to, yuan, words] = chance.pick([
      ['driving', 3_800, '驾校报名'],
      ['plumber', 1_650, '水电改造'],
      ['landlordEast', 2_400, '押金'],
      ['landlordWest', 1_800, '押金'],
      ['nursery', 4_500, '学费'],
    ] as const)
    pay(world, id, to, yuan * 100, moment(chance.whole(4, days - 5), chance.whole(540, 1_200)), { words })
  }
}
