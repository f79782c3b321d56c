/** Life at home in the ninth crowd: the shops, rent, kin, the old, the swimmers' club, and whoever is met once. */

import { counters, idsOf, kin, senders } from './ninth-cast.ts'
import { strangerName } from './ninth-names.ts'
import { bill, daily, follow, later, monthly, paced, pay, splitBill, weekly } from './ninth-pay.ts'
import { addPerson, days, keep, moment, type NinthWorld } from './ninth-world.ts'

/** Lays out what everyone sends whatever they live from. */
export function withHome(world: NinthWorld): void {
  for (const { id, circle } of senders) {
    withShops(world, id, circle === 'lab' || circle === 'away' ? 'city' : 'town')
    withStrangers(world, id)
  }
  withRents(world)
  withKin(world)
  ofTheOld(world)
  ofTheSwimmers(world)
  ofFriends(world)
}

function withShops(world: NinthWorld, id: string, where: 'city' | 'town'): void {
  const { chance } = world
  const favourites = chance.some(counters[where]!, chance.whole(3, 6))
  favourites.forEach(([shop, , least, most], at) => {
    const share = paced(id, most > 300 ? 1 : [15, 9, 6, 3, 3, 2][at]!)
    const usual = chance.percent(30) && most < 60 ? [least, least + 2, least + 5] : [least, most]
    follow(world, id, [shop, daily, share, usual, [7, 21]])
  })
  const rest = counters[where]!.map(([shop]) => shop)
  follow(world, id, [rest, daily, paced(id, 2), [5, 90], [8, 21]])
}

/** Drivers, sellers of old things, somebody's doctor: paid once, seldom twice. */
function withStrangers(world: NinthWorld, id: string): void {
  const { chance } = world
  const words = ['', '', '', '车费', '拼车', '闲置', '定金', '挂号', '代买', '运费', '票钱', '修灯', '谢谢']
  for (let left = Math.round(paced(id, chance.whole(2, 7))); left > 0; left -= 1) {
    const one = addPerson(world, strangerName(chance))
    const most = chance.pick([60, 60, 120, 300, 300, 1500])
    const at = moment(chance.whole(0, days - 1), chance.whole(450, 1_370))
    pay(world, id, one, bill(world, 8, most), at, { words: chance.pick(words) })
    if (chance.percent(20)) keep(world, id, one, chance.pick([null, 'friend', 'other']))
    if (chance.percent(14))
      pay(world, id, one, bill(world, 8, most), later(at, chance.whole(10, 9_000)), {
        words: chance.pick(words),
      })
  }
}

function withRents(world: NinthWorld): void {
  const { chance } = world
  const tenants = [
    ...idsOf('away'),
    ...idsOf('lab').slice(5),
    'hill-2',
    'hill-7',
    'ice-4',
    'rail-5',
    'rail-2',
  ]
  for (const id of tenants) {
    const landlord = addPerson(world, strangerName(chance))
    keep(world, id, landlord, chance.pick([null, 'other']), chance.percent(55) ? '房东' : null)
    const yuan = chance.pick([650, 800, 1150, 1350, 1800, 2400])
    const date = chance.whole(1, 25)
    follow(world, id, [landlord, monthly(date), 100, [yuan], [8, 23], ['房租']])
    const power = [40, 210]
    follow(world, id, [landlord, monthly(date === 25 ? 20 : date + 3), 70, power, [8, 23], ['水电', '电费']])
  }
}

function withKin(world: NinthWorld): void {
  const { chance } = world
  for (const [old, young] of kin) {
    const helped = young.startsWith('lab') || young === 'away-4'
    const from = helped ? old : chance.pick([old, young])
    const to = from === old ? young : old
    const yuan = chance.pick([[500], [800], [1000], [1500], [2000]])
    const words = chance.pick([['生活费'], [''], ['家用', '']])
    follow(world, from, [to, monthly(chance.whole(1, 27)), 90, yuan, [9, 22], words])
    follow(world, from, [to, daily, 3, [20, 320], [7, 23], ['', '', '买菜', '垫付', '快递', '药钱']])
    follow(world, to, [from, daily, 2, [15, 200], [7, 23], ['', '', '还你', '充话费', '水果']])
    if (chance.percent(50))
      follow(world, old, [young, weekly(6), 12, [66, 88, 100], [9, 21], ['买点好吃的'], true])
  }
}

function ofTheOld(world: NinthWorld): void {
  const old = idsOf('retired')
  for (const id of old) {
    follow(world, id, [old, weekly(1, 5), 12, [5, 20], [9, 17], ['棋输了', '', '茶钱']])
    follow(world, id, ['q-chess', weekly(0), 10, [10, 20, 30], [8, 20], ['早上好', '天冷加衣', '']])
    follow(world, id, ['c-bath', weekly(3), 35, [18], [9, 16]])
    follow(world, id, ['c-drug', weekly(4), 16, [15, 180], [8, 17]])
  }
}

/** The winter swimmers pay in turns, treat each other and play luck in the group. */
function ofTheSwimmers(world: NinthWorld): void {
  const { chance, groups } = world
  const swimmers = groups.find(({ id }) => id === 'q-swim')!.members
  for (let day = 5; day < days; day += 7) {
    if (chance.percent(70))
      splitBill(
        world,
        swimmers,
        'c-mess',
        moment(day, chance.whole(640, 820)),
        ['羊汤', '游完吃饭'],
        [22, 48],
      )
    for (let left = chance.whole(0, 4); left > 0; left -= 1)
      pay(
        world,
        chance.pick(swimmers),
        'q-swim',
        chance.whole(1, 8) * 1_000,
        moment(day, chance.whole(700, 780) + left),
        {
          count: chance.whole(4, 9),
        },
      )
  }
  for (const id of swimmers)
    follow(world, id, ['retired-5', monthly(2), 90, [30], [8, 22], ['冬泳会费', '会费']])
}

/** Old schoolmates, whoever eats at the grill, bathhouse tickets bought for another. */
function ofFriends(world: NinthWorld): void {
  const { chance } = world
  const mates = world.groups.find(({ id }) => id === 'q-mates')!.members
  for (let day = 2; day < days; day += 1) {
    if (day % 7 === 5 || chance.percent(10)) {
      const circle = chance.pick([
        idsOf('hill'),
        idsOf('fungus').slice(0, 7),
        idsOf('ice'),
        mates,
        idsOf('away'),
      ])
      const words = ['烧烤', '昨晚烧烤', '烤串AA', '饭钱']
      splitBill(world, circle, 'keepers-2', moment(day, chance.whole(1_110, 1_330)), words, [38, 130])
    }
    if (chance.percent(14))
      pay(
        world,
        chance.pick(mates),
        'q-mates',
        chance.whole(2, 20) * 500,
        moment(day, chance.whole(480, 1_380)),
        {
          count: chance.whole(3, 8),
        },
      )
    if (!chance.percent(45)) continue
    const { id } = chance.pick(senders)
    const [to] = chance.pick([...world.contacts.get(id)!])
    const words = chance.pick(['', '', '谢了', '帮我带', '还你', '生日快乐', '昨天的', '份子'])
    pay(world, id, to, bill(world, 10, chance.pick([50, 200, 700])), moment(day, chance.whole(430, 1_410)), {
      words,
    })
  }
}
