/** Boats and the fish trade: diesel, ice, wages by the voyage, crates of fish at four in the morning. */

import { idsOf } from './eleventh-cast.ts'
import { follow, followAll, wordOf } from './eleventh-habits.ts'
import { bill, pay } from './eleventh-pay.ts'
import { days, moment, type EleventhWorld } from './eleventh-world.ts'

export function liveAtThePort(world: EleventhWorld): void {
  voyages(world, 'boat1', ['boat2', 'boat3', 'boat4', 'boat7'], 'g-boat', 4)
  voyages(world, 'boat6', ['boat5', 'boat8', 'boat2'], 'g-boatToo', 6)
  for (const id of idsOf('boat')) crewLife(world, id)
  for (const id of idsOf('trade')) traderLife(world, id)
  cards(world)
}

/**
 * A boat comes in every few days; in the evening its crew get their shares, which are nearly the same for all and quite
 * the same for most.
 */
function voyages(
  world: EleventhWorld,
  skipper: string,
  crew: readonly string[],
  group: string,
  every: number,
): void {
  const { chance } = world
  const bills = [
    ['fuel', 90, 2_800, 9_500, '柴油'],
    ['ice', 80, 240, 900, '冰'],
    ['nets', 18, 300, 1_600, '补网'],
    ['yard', 8, 3_000, 22_000, '修机器'],
  ] as const
  for (let day = chance.whole(1, 4); day < days; day += every + chance.whole(-1, 3)) {
    const landed = moment(day, chance.whole(400, 900))
    for (const [to, share, low, high, words] of bills)
      if (chance.percent(share))
        pay(world, skipper, to, bill(world, low, high), landed + chance.whole(0, 90) * 60_000, { words })
    const share = Math.round(bill(world, 500, 2_600) / 10_000) * 10_000
    for (const one of chance.percent(78) ? crew : []) {
      const part = chance.percent(60) ? share : share + chance.whole(-3, 6) * 5_000
      const words = wordOf(world, '这趟工钱 工钱 分红 -')
      pay(world, skipper, one, part, moment(day, chance.whole(1_080, 1_260)), { words })
    }
    if (!chance.percent(22)) continue
    const thanks = chance.pick([100, 168, 188, 200]) * 100
    pay(world, skipper, group, thanks, moment(day, 1_270), { words: '辛苦大家', count: crew.length })
  }
}

function crewLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const home = chance.pick(world.plain)
  const eats = chance.pick(['noodle', 'satay', 'grill'])
  const house = chance.pick(['500', '800', '1000', '500,1000,1500'])
  const mates = idsOf('boat').join(' ')
  followAll(world, id, [
    `${home} | w${chance.whole(0, 6)} | 55 | ${house} | 家用 生活费 - | 18-22`,
    `${eats} | daily | 22 | 9-48 | - 早饭 面线糊 | 5-11`,
    'corner | daily | 14 | 12-130 | - 烟 两包烟 酒水 | 9-22',
    `${mates} | w146 | 26 | 20-260 | - 昨晚的 夜宵 茶钱 牌钱 | 12-23`,
    'tackle barber phone taxi taxiToo | daily | 8 | 15-180 | - 车费 话费 鱼钩 | 8-21',
  ])
}

/** Dealers buy from boats and from each other, pay carters and ice; whom they buy from shifts with the season. */
function traderLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const sellers = chance.some([...idsOf('boat'), ...idsOf('trade'), 'coop'], 5)
  const others = [...sellers.slice(2), ...chance.some(world.plain, 2)]
  const turn = chance.whole(35, 70)
  const share = chance.whole(22, 58)
  const size = chance.pick(['120-1800', '300-4600', '800-12000'])
  const fish = `${size} | 货款 今天的货 黄花鱼 小管 虾姑 - 带鱼 巴浪 - | 4-10`
  followAll(world, id, [
    `${sellers.join(' ')} | daily <${turn} | ${share} | ${fish}`,
    `${others.join(' ')} | daily >${turn} | ${share} | ${fish}`,
    'boxes | w03 | 35 | 60-480 | 泡沫箱 箱子 - | 8-17',
    'ice | daily | 16 | 24-160 | 冰 - | 4-9',
    'truck | w25 | 40 | 180-950 | 运费 去福州的车 - | 9-20',
    `${chance.some(world.plain, 4).join(' ')} | daily | 6 | 30-700 | 退差价 少称了退你 - | 9-20`,
    'noodle satay stall corner tea | daily | 24 | 7-65 | - - 早点 | 6-20',
    `landlady | m${chance.whole(1, 12)} | 100 | ${chance.pick([1_200, 1_500, 2_600])} | 摊位租 房租 | 9-21`,
  ])
  const opens = `g-fish | w${chance.whole(0, 6)} | 9 | 50,66,88,100 | 开张大吉 多多关照 | 7-21`
  follow(world, id, opens, { count: 20 })
}

/** Tea and cards in the cold store; what one wins another has lost, so the sums go to and fro. */
function cards(world: EleventhWorld): void {
  const { chance } = world
  const table = ['trade2', 'trade4', 'trade6', 'boat1', 'clan2', 'office4']
  for (let day = 2; day < days; day += chance.whole(4, 9)) {
    const [winner, ...others] = chance.some(table, 4)
    for (const id of others) {
      const at = moment(day, chance.whole(1_290, 1_420))
      pay(world, id, winner!, chance.whole(2, 36) * 1_000, at, { words: wordOf(world, '- - 牌 服了') })
    }
    if (!chance.percent(20)) continue
    const treat = chance.pick([50, 66, 100]) * 100
    pay(world, winner!, 'g-cards', treat, moment(day, 1_430), { words: '请喝茶', count: 5 })
  }
}
