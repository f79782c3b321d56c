/** What the building crew sends: wages and advances, materials, plates, cards, money home. */

import { idsOf } from './tenth-cast.ts'
import { bill, pay, splitBill } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { moment, type TenthWorld } from './tenth-world.ts'

const workers = idsOf('crew').filter((id) => id !== 'foreman' && id !== 'cashier')

const office = [
  `foreman > ${workers.join(' ')} | daily | 42 | 200 300 500 500 500 1000 1000 2000 | 预支,先用着,生活费, | 11-21`,
  'foreman > hardware | work | 30 | 80..3800 | 材料款,水泥款,,五金,货款 | 8-18',
  'foreman > sand boards | work | 16 | 900..14000 | 材料款,,货款 | 8-19',
  'foreman > lift | m 10 | 100 | 18500 | 塔吊租金 | 9-17',
  'foreman > cashier | w 0 3 | 60 | 3000 5000 10000 20000 | 备用金, | 8-20',
  'cashier > hardware sand boards | work | 45 | 40..5200 | 材料款,,五金,货款 | 8-18',
  'cashier > canteen | w 5 | 95 | 1400..3100 | 伙食费,这周饭钱 | 16-20',
  'cashier > driver | work | 20 | 100..420 | 油费,拉渣, | 8-19',
  'driver > g-cards | w 4 | 30 | 5 8.8 10 20 | 三缺一, | 19-21 | x3',
  'foreman > g-crew | d 8 33 62 80 | 100 | 100 200 300 | 辛苦了,封顶大吉,收工喝酒 | 18-20 | x10',
]

const evenings = [
  'young > milkTea gym | daily | 18 | 9..60 | | 12-23',
  'young > welder electric driver | daily | 9 | 50 100 200 300 | 还你,借的, | 12-22',
  'young > dormOwner | m 18 | 100 | 450 | 房租, | 8-22',
  'electric > dormOwner | m 18 | 100 | 600 | 房租, | 8-22',
  'painter > carpenter | w 5 | 70 | 150 300 | 工具分期, | 18-21 | since 52',
]

/** Whom each sends money to at home. */
const homeOf: Readonly<Record<string, string>> = {
  mason: 'masonWife masonSon',
  tiler: 'tilerWife tilerWife tilerGirl',
  plumber: 'tilerWife villageClinic',
  electric: 'oldTang',
  painter: 'auntHe',
  welder: 'sister',
  carpenter: 'cousin',
}

/** The season of the crew. */
export function withSite(world: TenthWorld): void {
  withWages(world)
  follow(world, office)
  follow(world, evenings)
  withWorkers(world)
}

/** Wages on the sixteenth, each his own; and what somebody laid out. */
function withWages(world: TenthWorld): void {
  const { chance } = world
  const rates = new Map(workers.map((id) => [id, chance.whole(240, 380)]))
  for (const [day, month] of [
    [17, '2月'],
    [48, '3月'],
    [79, '4月'],
  ] as const) {
    let minutes = 1_050
    for (const id of chance.some(workers, workers.length)) {
      minutes += chance.whole(1, 9)
      const wage = rates.get(id)! * chance.whole(19, 28) * 100
      const payer = chance.percent(70) ? 'cashier' : 'foreman'
      pay(world, payer, id, wage, moment(day, minutes), `${month}工资,工资,${month}工钱`)
    }
  }
  for (const id of workers)
    for (const day of [chance.whole(3, 40), chance.whole(41, 88)])
      pay(
        world,
        'cashier',
        id,
        bill(world, 18, 460),
        moment(day, chance.whole(540, 1_150)),
        '报账,垫的螺丝钱,车费,',
      )
}

/** A plate, cigarettes, cards in the evening; most of the wage goes home. */
function withWorkers(world: TenthWorld): void {
  const { chance } = world
  const cards = ['painter', 'electric', 'carpenter', 'driver']
  for (const id of workers) {
    follow(world, [
      `${id} > canteen | work | ${chance.whole(8, 34)} | 14 15 16 18 20 28 | ,饭钱 | 11-20`,
      `${id} > smoke noodle mart | daily | ${chance.whole(8, 26)} | 6..75 | | 7-22`,
    ])
    const home = homeOf[id]
    if (home === undefined) continue
    follow(world, [`${id} > ${home} | w 6 | 40 | 500 800 1000 1500 2000 3000 | 家用,给娃儿,,生活费 | 12-21`])
    for (const day of [18, 49, 80]) {
      const fen = chance.whole(35, 60) * 10_000
      pay(world, id, home.split(' ')[0]!, fen, moment(day, chance.whole(480, 1_200)), '工资,存起,')
    }
  }
  for (const id of cards)
    follow(world, [`${id} > ${cards.join(' ')} | w 4 5 | 45 | 5..130 | ,愿赌服输 | 20-23`])
  const eaters = ['tiler', 'electric', 'welder', 'young', 'plumber', 'painter']
  for (let n = 0; n < 5; n += 1) {
    const at = moment(chance.pick([5, 19, 26, 40, 54, 68, 83]), 1_240)
    splitBill(world, eaters, chance.pick(['bbq', 'noodle', 'hotpot']), at, [28, 95], '串串,昨天的饭钱,,AA')
  }
}
