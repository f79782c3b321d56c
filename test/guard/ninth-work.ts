/** Working life in the ninth crowd: the hill and its guests, the growers, the train crew, the carvers, the shopkeepers. */

import { counters, idsOf } from './ninth-cast.ts'
import { strangerName } from './ninth-names.ts'
import { bill, daily, follow, later, monthly, pay, splitBill, weekly } from './ninth-pay.ts'
import { addPerson, days, keep, moment, type NinthWorld } from './ninth-world.ts'

/** Lays out everything that is sent for a living. */
export function withWork(world: NinthWorld): void {
  onTheHill(world)
  withGuests(world)
  ofTheGrowers(world)
  onTheTrain(world)
  ofTheCarvers(world)
  ofTheKeepers(world)
}

function onTheHill(world: NinthWorld): void {
  const hill = idsOf('hill')
  const chief = 'hill-8'
  for (const id of hill) {
    follow(world, id, ['c-mess', daily, 22, [14, 42], [11, 14]])
    follow(world, id, ['c-shuttle', weekly(0, 4), 60, [10], [6, 9]])
  }
  for (const id of hill.slice(0, 4)) {
    const yuan = [60, 80, 80, 120, 160]
    follow(world, id, ['c-wax', weekly(3), 45, yuan, [17, 21], ['刃刀', '打蜡']])
    follow(world, chief, [id, monthly(10), 100, [2600, 3900], [9, 12], ['提成']])
    follow(world, id, ['hill-7', weekly(5, 6), 18, [50, 100], [16, 22], ['跟拍分成']])
  }
  for (const id of ['hill-4', 'hill-5', 'hill-6'])
    follow(world, chief, [id, monthly(10), 100, [3100, 3300, 3600], [9, 12], ['工资']])
}

/** Guests of one day: deposits that go back, lessons that fell through, fees shared with whoever brought them. */
function withGuests(world: NinthWorld): void {
  const { chance } = world
  for (let day = 7; day < days; day += 1) {
    const isBusy = day % 7 > 4 || (day >= 54 && day < 57) || day >= 73
    for (let left = chance.whole(0, isBusy ? 4 : 2); left > 0; left -= 1) {
      const guest = addPerson(world, strangerName(chance))
      const at = moment(day, chance.whole(900, 1_140))
      const words = chance.pick(['退押金', '退押金', '雪板押金退回', '押金'])
      pay(world, 'hill-5', guest, chance.pick([20_000, 20_000, 30_000, 50_000, 10_000]), at, { words })
    }
    const coach = chance.pick(['hill-1', 'hill-2', 'hill-3', 'hill-7'])
    if (!chance.percent(isBusy ? 40 : 12)) continue
    const other = addPerson(world, strangerName(chance))
    if (chance.percent(15)) keep(world, coach, other, 'customer')
    const fen = chance.pick([30_000, 40_000, 68_000, 15_000])
    const at = moment(day, chance.whole(600, 1_260))
    pay(world, coach, other, fen, at, { words: chance.pick(['课没上 退你', '退课费', '介绍费', '']) })
  }
}

function ofTheGrowers(world: NinthWorld): void {
  const { chance } = world
  const growers = idsOf('fungus').slice(0, 7)
  const buyer = 'fungus-8'
  for (const id of growers) {
    follow(world, id, ['c-bag', weekly(1), 17, [900, 6800], [8, 18], ['菌包', '菌包款']])
    follow(world, id, ['c-box', weekly(2), 14, [200, 900], [8, 18], ['纸箱']])
    follow(world, id, ['c-coal', monthly(12), 60, [480, 620, 960], [9, 17], ['煤钱']])
    follow(world, id, [growers, weekly(4), 30, [40, 700], [15, 21], ['工钱', '晾晒工', '柴油']])
    follow(world, buyer, [id, weekly(0, 3), 20, [700, 9800], [9, 20], ['货款', '木耳款', '']])
  }
  for (let day = 3; day < days; day += 1) {
    if (chance.percent(22)) {
      const picker = addPerson(world, strangerName(chance))
      pay(world, buyer, picker, bill(world, 150, 4200), moment(day, chance.whole(480, 1_100)), {
        words: '山货',
      })
    }
    if (chance.percent(28))
      pay(world, buyer, 'c-truck', bill(world, 180, 1300), moment(day, chance.whole(600, 1_200)), {
        words: '运费',
      })
  }
}

function onTheTrain(world: NinthWorld): void {
  const { chance } = world
  const rail = idsOf('rail')
  const nights = ['夜宵', '夜宵AA', '盒饭']
  for (let day = 1; day < days; day += 2) {
    if (chance.percent(75))
      splitBill(world, rail, 'c-noodle', moment(day, chance.whole(1_180, 1_380)), nights, [14, 36])
    if (!chance.percent(32)) continue
    const [loser, winner, third] = chance.some(rail, 3)
    const at = moment(day, chance.whole(1_200, 1_410))
    for (const one of [winner!, third!])
      pay(world, loser!, one, chance.whole(2, 60) * 500, later(at, chance.whole(0, 9)), {
        words: chance.pick(['麻将', '愿赌服输', '']),
      })
  }
  for (const id of rail) {
    follow(world, id, [rail, weekly(2), 26, [100, 150, 200], [8, 22], ['替班', '替班费']])
    follow(world, id, ['rail-7', monthly(5), 90, [50], [9, 22], ['组费']])
    follow(world, id, ['c-gas', weekly(6), 26, [150, 200, 300], [7, 20]])
  }
}

function ofTheCarvers(world: NinthWorld): void {
  const head = 'ice-2'
  const carvers = idsOf('ice').filter((id) => id !== head)
  for (const id of carvers) {
    follow(world, head, [
      id,
      (day) => day % 7 === 5 && day > 13 && day < 77,
      96,
      [1400, 1600, 1750, 2100],
      [17, 21],
      ['周结', '工钱'],
    ])
    follow(world, head, [id, daily, 5, [100, 200, 300, 500], [8, 21], ['预支', '饭补', '路费']])
    follow(world, id, ['c-tool', weekly(2), 24, [40, 380], [9, 19], ['链条', '修锯', '']])
    follow(world, id, [carvers, weekly(1, 4), 24, [10, 120], [11, 22], ['烟', '饭钱', '还你', '']])
  }
  follow(world, head, ['c-truck', weekly(1), 55, [400, 1300], [7, 18], ['拉冰']])
  follow(world, head, ['keepers-3', weekly(6), 70, [840, 980, 1120], [18, 22], ['住宿']])
}

function ofTheKeepers(world: NinthWorld): void {
  const { chance } = world
  const keepers = idsOf('keepers')
  const staff = keepers.map(() => [1, 2].map(() => addPerson(world, strangerName(chance))))
  keepers.forEach((id, at) => {
    for (const one of staff[at]!) {
      keep(world, id, one, 'colleague')
      const wage = [chance.pick([1500, 1600, 1800, 2000, 2400])]
      follow(world, id, [one, monthly(8 + at * 5), 100, wage, [10, 21], ['工资']])
      follow(world, id, [one, daily, 5, [20, 150], [8, 21], ['买菜', '垫的', '']])
    }
    const supplies = chance.some(counters.trade!.slice(3), 3)
    for (const [shop, , least, most] of supplies)
      follow(world, id, [shop, weekly(0, 3, 5), 26, [least, most / 2], [8, 22], ['货款', '', '结账']])
    follow(world, id, [['c-meat', 'c-green', 'c-tofu', 'c-fish'], daily, 26, [30, 320], [6, 11]])
    follow(world, id, [keepers, weekly(4), 26, [40, 600], [15, 22], ['串货', '酒钱', '还你']])
  })
}
