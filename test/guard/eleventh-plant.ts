/** The fish-ball plant: wages, advances, money sent home to Guizhou, shared rooms and orders for milk tea. */

import { idsOf } from './eleventh-cast.ts'
import { follow, followAll, wordOf } from './eleventh-habits.ts'
import { bill, pay } from './eleventh-pay.ts'
import { dateOf, days, moment, type EleventhWorld } from './eleventh-world.ts'

const workers = idsOf('plant').slice(2)

export function liveAtThePlant(world: EleventhWorld): void {
  followAll(world, 'plant1', [
    'surimi | w14 | 62 | 4000-26000 | 鱼糜货款 货款 - | 9-18',
    `${idsOf('trade').join(' ')} | w025 | 45 | 600-9000 | 原料 货款 马鲛鱼 | 8-19`,
    'plant2 | w0 | 75 | 2000,3000,5000 | 备用金 报销款 | 9-12',
    'truck | w25 | 48 | 600-2400 | 运费 冷链 | 10-20',
    'hall grill | w35 | 42 | 380-2900 | - 请客 | 19-23',
  ])
  follow(world, 'plant1', 'g-plant | m10 | 90 | 300,500,666 | 大家辛苦了 | 18-21', { count: 40 })
  accountant(world)
  for (const id of workers) workerLife(world, id)
  teaRounds(world)
  sharedRoom(world)
}

/** Wages by hand on the fifteenth, advances in between, and what workers paid for the plant. */
function accountant(world: EleventhWorld): void {
  const { chance } = world
  const wage = new Map(workers.map((id) => [id, chance.whole(42, 71) * 10_000]))
  for (let day = 0; day < days; day += 1) {
    if (dateOf(day) !== 15) continue
    for (const id of workers) {
      const fen = wage.get(id)! + chance.whole(-4_000, 9_000) * 10
      pay(world, 'plant2', id, fen, moment(day, chance.whole(900, 1_080)), {
        words: wordOf(world, '工资 上月工资'),
      })
    }
  }
  followAll(world, 'plant2', [
    `${workers.join(' ')} | daily | 16 | 500,800,1000,300 | 预支 借支 - | 9-18`,
    `${workers.join(' ')} | daily | 18 | 18-320 | 报销 垫付款 | 9-18`,
    'boxes plumber water gas | w024 | 52 | 40-1100 | 纸箱 送水 维修 - | 9-18',
    'care | m2 | 100 | 780 | 托管费 | 12-21',
  ])
}

/** Of ten workers three send home three times as much once they have paid what they owed. */
function workerLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const homes: Record<string, string> = { plant5: 'motherLuo', plant6: 'motherPan', plant11: 'wifeTian' }
  const home = homes[id] ?? chance.pick(world.plain)
  const turn = chance.whole(40, 75)
  const sum = chance.pick([500, 800, 1_000])
  const after = chance.percent(30) ? sum * 3 : sum
  const payday = chance.whole(16, 18)
  const rent = chance.pick([350, 420, 450, 600])
  followAll(world, id, [
    `${home} | m${payday} <${turn} | 100 | ${sum} | 给家里 生活费 - | 19-23`,
    `${home} | m${payday} >${turn} | 100 | ${after} | 给家里 生活费 - | 19-23`,
    `${home} | w${chance.whole(0, 6)} | 30 | 50-300 | 买菜 给孩子 - | 12-23`,
    `${chance.pick(['landlady', 'landlord'])} | m${chance.whole(1, 8)} | 96 | ${rent} | 房租 - | 12-22`,
    `${chance.pick(['corner', 'stall'])} | daily | 24 | 6-88 | - - 菜 | 7-21`,
    `${chance.pick(['noodle', 'satay', 'tea'])} | daily | 20 | 8-32 | - - | 6-22`,
    `${workers.join(' ')} | w0235 | 17 | 10-180 | 饭钱 还你 - 车费 谢啦 | 12-23`,
    'parcel phone barber pharmacy taxi taxiToo | daily | 7 | 5-130 | - 话费 药 | 9-21',
  ])
}

/** One orders for the shift; the others send their cup, and the same cup comes again tomorrow. */
function teaRounds(world: EleventhWorld): void {
  const { chance } = world
  const women = ['plant4', 'plant6', 'plant8', 'plant9', 'plant10', 'plant2']
  for (let day = 1; day < days; day += chance.whole(2, 6)) {
    const [buyer, ...others] = chance.some(women, chance.whole(3, 5))
    const cup = chance.pick([900, 1_100, 1_200, 1_400, 1_500, 1_600])
    pay(world, buyer!, 'tea', cup * (others.length + 1), moment(day, chance.whole(830, 860)))
    for (const id of others) {
      const at = moment(day, chance.whole(862, 1_000))
      pay(world, id, buyer!, chance.percent(75) ? cup : cup + 300, at, { words: wordOf(world, '奶茶 - -') })
    }
  }
}

/** Three share a room: one pays power and water for all and gets a third from each. */
function sharedRoom(world: EleventhWorld): void {
  const { chance } = world
  for (let day = 6; day < days; day += 30) {
    const whole = bill(world, 150, 420)
    pay(world, 'plant7', 'landlord', whole, moment(day, 1_200), { words: '水电' })
    for (const id of ['plant5', 'plant11']) {
      const at = moment(day, chance.whole(1_205, 1_400))
      pay(world, id, 'plant7', Math.round(whole / 3), at, { words: '水电' })
    }
  }
}
