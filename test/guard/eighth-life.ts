/** What everybody of the town pays for: breakfast and the market, friends and colleagues, kin, rent, strangers. */

import type { Chance } from '../../examples/days/chance.ts'
import {
  among,
  daily,
  follow,
  monthly,
  once,
  pay,
  priced,
  resting,
  roundly,
  someDay,
  weekly,
} from './eighth-pay.ts'
import { dateOf, grouped, idsOf, knows, moment, who, type EighthWorld, type Sender } from './eighth-world.ts'

const stalls = ['桥头早点', '胖子牛肉面', '刘记热干面', '老街豆腐脑', '二中门口煎饼']
const markets = ['东门菜场小陈', '东门菜场老陈', '鲜多多生鲜', '惠民超市', '老杨水果', '小杨水果', '阿芳卤味']
const paired = (text: string) => text.split(' ').map((pair) => pair.split(':') as [string, string])
const crafts = paired(
  '丽丽理发:理发 莉莉美甲:美甲 安康大药房:药 顺达汽修:洗车 快印天地:打印 福源酒楼:饭钱 城南干洗:干洗 小刘开锁:开锁',
)
const strangers = paired(
  '二手闲置转让:定金 顺风车王师傅:车费 顺风车李师傅:车费 搬家老赵:运费 旧书摊:二手书 家电维修:维修费 手机贴膜:贴膜 代取快递:代取',
)

/** Everybody's own life, beside that of their circle. */
export function lifeOf(world: EighthWorld): void {
  for (const sender of world.senders.values()) {
    eats(world, sender)
    shops(world, sender)
    befriends(world, sender)
    keepsHouse(world, sender)
    meetsStrangers(world, sender)
  }
}

const busy = (share: number, { busy: much }: Sender) => Math.min(100, Math.ceil((share * much) / 145))

function eats(world: EighthWorld, sender: Sender): void {
  const { chance } = world
  const stall = who(world, chance.pick(stalls))
  if (chance.percent(30)) knows(world, sender.id, stall)
  follow(world, sender.id, {
    ...{ to: stall, on: daily, share: busy(chance.whole(3, 32), sender), sum: priced(4, 16) },
    ...{ words: ['早餐', '早饭', '面'], hours: [6, 9] },
  })
  const mates = world.chance.some(idsOf(world, sender.circle), 3)
  follow(world, sender.id, {
    ...{ to: mates, on: daily, share: busy(7, sender), sum: priced(8, 45) },
    ...{ words: ['午饭', '饭钱', '奶茶', '昨天的饭', 'AA'], hours: [11, 21] },
  })
}

function shops(world: EighthWorld, sender: Sender): void {
  const { chance } = world
  const mine = chance.some(markets, 3).map((name) => who(world, name))
  if (chance.percent(60)) knows(world, sender.id, mine[0]!)
  for (const shop of mine)
    follow(world, sender.id, {
      ...{ to: shop, on: daily, share: busy(chance.whole(2, 11), sender), sum: priced(6, 130) },
      ...{ words: ['菜钱', '水果', '买菜', '昨天差的'], hours: [7, 20] },
    })
  for (const [craft, words] of chance.some(crafts, 3))
    follow(world, sender.id, {
      ...{ to: who(world, craft), on: resting, share: busy(4, sender), sum: priced(15, 220) },
      ...{ words: [words, ''], hours: [9, 20] },
    })
}

/** A few friends of the town: small loans, things bought along, a packet on a birthday. */
function befriends(world: EighthWorld, sender: Sender): void {
  const { chance, townspeople } = world
  const friends = chance.some(townspeople, chance.whole(2, 5))
  for (const friend of friends) {
    const alias = chance.percent(35) ? nickOf(chance, friend, world) : null
    knows(world, sender.id, friend, alias, 'friend')
    follow(world, sender.id, {
      ...{ to: friend, on: daily, share: busy(chance.whole(1, 4), sender), sum: priced(10, 300) },
      ...{ words: ['代买', '电影票', '借的钱还你', '车费', '谢谢', '拼单'], hours: [9, 23] },
    })
    if (chance.percent(40)) {
      const ask = { to: friend, sum: among(66, 88, 100, 200), words: ['生日快乐'], packet: true }
      once(world, sender.id, { ...ask, hours: [7, 23] }, someDay(world))
    }
    if (chance.percent(25))
      once(
        world,
        sender.id,
        { to: friend, sum: roundly(500, 5000, 500), words: ['借你的', '先用着', '周转'], hours: [9, 22] },
        someDay(world),
      )
  }
}

function nickOf(chance: Chance, id: string, world: EighthWorld): string {
  const { name } = world.people.find((one) => one.id === id)!
  return `${chance.pick(['老', '小', '阿'])}${name.slice(0, 1)}`
}

/** Rent or the house, water and light, an allowance to a parent or a child at school. */
function keepsHouse(world: EighthWorld, sender: Sender): void {
  const { chance } = world
  const { id, age } = sender
  const date = chance.whole(1, 28)
  if (age === 'young' || chance.percent(30)) {
    const landlord = chance.pick(world.townspeople)
    knows(world, id, landlord, chance.percent(60) ? '房东' : null, 'other')
    const rent = chance.whole(12, 48) * 50
    for (let day = 0; day < 112; day += 1)
      if (dateOf(day) === date) {
        const late = day + (chance.percent(30) ? chance.whole(1, 4) : 0)
        if (late < 112)
          pay(world, id, landlord, rent * 100, moment(late, chance.whole(480, 1320)), { words: '房租' })
      }
  }
  const warden = who(world, chance.pick(['翡翠湾物业', '电力代缴老吴', '宽带小周']))
  follow(world, id, {
    ...{ to: warden, on: monthly(date), share: 70, sum: priced(40, 260) },
    ...{ words: ['电费', '物业费'], hours: [9, 20] },
  })
  if (age === 'elder') return
  const kin = chance.pick(world.townspeople)
  const name =
    age === 'young' ? chance.pick(['妈妈', '爸爸', '妈']) : chance.pick(['儿子', '女儿', '老妈', '闺女'])
  knows(world, id, kin, name, 'family')
  const sum = chance.percent(60) ? among(chance.whole(3, 20) * 100) : roundly(200, 1500, 100)
  follow(world, id, {
    ...{ to: kin, on: chance.percent(50) ? monthly(chance.whole(1, 28)) : weekly(6), share: 80, sum },
    ...{ words: ['生活费', '零花钱', '妈收着', '买点好吃的'], hours: [8, 22] },
  })
}

/** One-off payees, and people who are met twice. */
function meetsStrangers(world: EighthWorld, sender: Sender): void {
  const { chance } = world
  const count = Math.round((chance.whole(2, 9) * sender.busy) / 100)
  for (let met = 0; met < count; met += 1) {
    const [name, reason] = chance.pick(strangers)
    const isShop = chance.percent(60)
    const to = isShop ? who(world, `${name}#${chance.whole(1, 40)}`) : chance.pick(world.townspeople)
    const sum = isShop || chance.percent(60) ? priced(5, 160) : roundly(200, 3000, 100)
    const words = isShop ? [reason, ''] : ['押金', '货款', '代办费', '运费']
    once(world, sender.id, { to, sum, words, hours: [8, 23] }, someDay(world))
  }
}

/** A group of kin or of friends for most, many of them of one name. */
export function groupsOfLife(world: EighthWorld): void {
  const { chance } = world
  for (const { id, age } of world.senders.values()) {
    if (!chance.percent(55)) continue
    const name = chance.pick([
      '相亲相爱一家人',
      '幸福一家',
      '高中同学群',
      '麻将群',
      '周末钓鱼',
      '老乡群',
      '拼车上班',
    ])
    const members = [id, ...chance.some(world.townspeople, chance.whole(4, 24))]
    const group = grouped(world, name, members)
    const size = Math.min(members.length - 1, chance.whole(4, 12))
    follow(world, id, {
      ...{ to: group, on: age === 'elder' ? weekly(5, 6) : resting, share: chance.whole(4, 18) },
      ...{ sum: among(10, 20, 20, 50, 66, 88, 100), count: [Math.max(2, size - 2), size], hours: [8, 23] },
      ...{ words: ['周末快乐', '大家沾沾喜气', '早上好'] },
    })
  }
}
