/** What the young people of the tech park send: lunches, rents, birthdays, rides, what the team laid out. */

import { bill, later, pay } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { days, isWorkday, moment, type TenthWorld } from './tenth-world.ts'

const floor = ['leiP', 'kai', 'yue', 'ming', 'qian', 'intern', 'tingting']

const work = [
  'boss > leiP tingting kai yang ming intern | work | 18 | 25..900 | 报销,团建,打车, | 10-21',
  'boss > g-team g-company g-team | w 4 | 60 | 50 100 200 500 | 上线顺利,周五快乐,辛苦大家, | 15-20 | x8',
  'hr > g-company g-floor | d 9 32 61 82 | 80 | 200 300 | 女神节快乐,节日快乐,五一快乐 | 10-18 | x20',
  'hr > qian milkTea coffee photo | work | 26 | 20..680 | 下午茶,,物料 | 10-18',
  'qian > ride ride2 | work | 38 | 12 12 14 15 | | 8-20',
  'yang > ride | work | 45 | 10 12 | ,拼车 | 8-20',
  'intern > yue leiP | daily | 8 | 8..66 | ,还你 | 11-22',
]

const own = [
  'tingting > cat | daily | 4 | 60..900 | 绝育,猫粮,驱虫 | 11-20',
  'tingting > g-cats | w 6 | 20 | 5 8.8 10 | 谢谢喂猫 | 10-20 | x5',
  'dev > gym | w 0 | 80 | 280 280 560 | 私教, | 18-22',
  'yang > fatherYang | m 16 | 100 | 1500 | 给家里, | 10-22',
  'yue > motherYue | w 6 | 35 | 100 200 520 | 妈妈买点好吃的, | 9-22',
  'kai > motherKai | m 15 | 100 | 1000 1000 1200 | ,工资上交 | 10-22',
  'leiP > mate | daily | 6 | 15..380 | ,代买,演唱会 | 10-23',
  'leiP > leiC | daily | 2 | 30..200 | 球拍手胶,,约球 | 12-22',
  'kai > landlordA | m 1 | 100 | 4200 | 房租,,租金 | 8-22',
  'leiP > landlordB | m 3 | 100 | 2300 | 房租,,租金 | 8-22',
  'tingting > landlordC | m 10 | 100 | 1980 | 房租,,租金 | 8-22',
  'yue > landlordC | m 10 | 100 | 2050 | 房租,,租金 | 8-22',
  'intern > landlordC | m 11 | 100 | 1100 | 房租,,租金 | 8-22',
  'qian > agent | m 2 | 100 | 2600 | 房租,,租金 | 8-22',
  'kai > g-flat | w 6 | 25 | 2 5 6.66 | 谁丢垃圾,运气王洗碗 | 18-22 | x2',
  'kai > ming dev | daily | 9 | 6..120 | 网费,,外卖 | 10-23',
  'ming > kai | m 1 | 100 | 1400 | 房租,4月房租, | 9-22',
  'ming > kai | daily | 6 | 6..150 | 水电,卷纸,,外卖 | 10-23',
  'dev > kai | m 1 | 100 | 1400 | 房租,4月房租, | 9-22',
  'dev > kai | daily | 6 | 6..150 | 水电,卷纸,,外卖 | 10-23',
]

/** The season of the park. */
export function withPark(world: TenthWorld): void {
  const { chance } = world
  follow(world, work)
  follow(world, own)
  for (const id of floor)
    follow(world, [
      `${id} > lunch | work | ${chance.whole(15, 45)} | 14..39 | | 11-14`,
      `${id} > milkTea coffee | work | ${chance.whole(10, 35)} | 9..32 | | 13-18`,
    ])
  for (let day = 0; day < days; day += 1) {
    if (!isWorkday(day) || !chance.percent(52)) continue
    const [host, ...others] = chance.some(floor, chance.whole(2, 5))
    const at = moment(day, chance.whole(705, 1_080))
    for (const id of others)
      pay(world, id, host!, bill(world, 11, 42), later(at, chance.whole(1, 200)), ',,午饭,奶茶,外卖')
  }
  withBirthdays(world)
  for (const day of [10, 29, 47, 75]) {
    const at = moment(day, chance.whole(600, 1_150))
    pay(world, chance.pick(['leiP', 'bo', 'gao', 'tang']), 'fixer', bill(world, 60, 340), at, ',修洗衣机')
  }
}

/** Fifty each for the cake, to the one who buys it. */
function withBirthdays(world: TenthWorld): void {
  const { chance } = world
  for (const [who, day] of [
    ['ming', 24],
    ['yue', 46],
    ['tingting', 66],
    ['boss', 81],
  ] as const)
    for (const id of floor.filter((one) => one !== who && one !== 'qian'))
      pay(world, id, 'qian', 5_000, moment(day, chance.whole(560, 1_100)), '生日份子,蛋糕,')
}
