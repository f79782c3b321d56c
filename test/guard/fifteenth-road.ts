/** What the taxi drivers and the driving school of the fifteenth crowd send on ordinary days. */

import { idsOf } from './fifteenth-cast.ts'
import { between, follow, monthly, onDays, pay, share, type Habit } from './fifteenth-pay.ts'
import { days, moment } from './fifteenth-calendar.ts'
import type { FifteenthWorld } from './fifteenth-world.ts'

const drivers: readonly Habit[] = [
  { to: 'charge', share: 260, yuan: [22, 68], words: '充电|', hours: [5, 23] },
  { to: ['noodles', 'noodlesTwo'], share: 230, yuan: [9, 24], words: '', hours: [6, 14] },
  { to: 'wash', share: 60, yuan: [15, 20, 25], words: '洗车|' },
  { to: ['garage', 'garageTwo'], share: 16, yuan: [60, 1_200], words: '刹车片|补胎|保养|' },
  // A passenger paid too much, or left something behind.
  { to: 'new', share: 14, yuan: [5, 60], words: '多付的退你|找零|' },
]

/** Who leases from which fleet; one goes over to the other in March. */
const fleets: readonly (readonly [string, string, number, number, number])[] = [
  ['t1', 'fleet', 0, 84, 1_050],
  ['t2', 'fleet', 0, 62, 1_050],
  ['t2', 'fleetTwo', 63, 84, 980],
  ['t3', 'fleet', 0, 84, 1_050],
  ['t4', 'fleetTwo', 0, 84, 980],
  ['t5', 'fleetTwo', 0, 84, 980],
  ['t7', 'fleetTwo', 14, 84, 980],
]

const own: Record<string, readonly Habit[]> = {
  t1: [{ to: 'mahjong', share: 60, yuan: [20, 150], words: '' }],
  t3: [{ to: 'tutor', share: 1_000, on: onDays(4, 60), yuan: [1_980], words: '肖一诺学费' }],
  // Day and night share one car and settle by the shift.
  t5: [{ to: 't7', share: 300, on: between(14, 84), yuan: [80, 90, 100, 120], words: '夜班|交班' }],
  t7: [{ to: 't5', share: 200, on: between(14, 84), yuan: [60, 80, 110], words: '白班|电费' }],
  t6: [
    { to: 'landlordTwo', share: 1_000, on: monthly(20), yuan: [1_100], words: '房租' },
    { to: 't8', share: 40, yuan: [50, 500], words: '借你的|' },
  ],
  t8: [{ to: 't6', share: 35, yuan: [50, 500], words: '还你|' }],
  t4: [{ to: 'p4', share: 22, yuan: [300, 500, 2_000], words: '给琪琪|妈的药钱' }],
}

const school: Record<string, readonly Habit[]> = {
  d1: [
    { to: 'charge', share: 180, yuan: [25, 70], words: '' },
    { to: 'exam', share: 110, yuan: [150, 200, 460, 2_980], words: '代交 考试费|学员报名|补考费' },
    { to: ['noodlesTwo', 's2'], share: 110, yuan: [12, 280], words: '|午饭' },
    {
      to: ['d3', 'd4', 'd7'],
      share: 28,
      yuan: [10, 150],
      words: '退考试费|多收的|水钱',
      on: between(10, 84),
    },
  ],
  d2: [
    { to: 'exam', share: 80, yuan: [150, 200, 460, 2_780], words: '科三考试费|报名费' },
    { to: ['garage', 'charge'], share: 130, yuan: [20, 200], words: '' },
    { to: 'd6', share: 25, yuan: [20, 300], words: '体检费|买水|' },
  ],
  d3: [
    { to: 'd1', share: 60, yuan: [50, 60, 100, 120], words: '加练费|练车|彭教练好' },
    { to: ['tea', 'noodles', 'market'], share: 260, yuan: [9, 60], words: '' },
    { to: 'landlord', share: 1_000, on: monthly(8), yuan: [1_200], words: '房租' },
  ],
  d4: [
    { to: 'd1', share: 45, yuan: [50, 100, 150], words: '练车|' },
    { to: 'exam', share: 1_000, on: onDays(12), yuan: [2_980], words: '陶然 C1 学费' },
    { to: ['clothes', 'tea', 'barber'], share: 130, yuan: [15, 400], words: '|裙子' },
  ],
  d5: [
    { to: 'd2', share: 55, yuan: [60, 100, 200], words: '加练|蒋教' },
    { to: ['noodlesTwo', 'beer', 'mahjong'], share: 240, yuan: [8, 90], words: '' },
    { to: 'new', share: 30, yuan: [20, 700], words: '手办|二手显卡|拼车|' },
  ],
  d6: [
    { to: 'exam', share: 170, yuan: [150, 200, 460], words: '代收转交|补考费', hours: [9, 18] },
    { to: ['market', 'fruit', 's6'], share: 230, yuan: [10, 120], words: '菜钱|' },
    { to: ['d1', 'd2'], share: 45, yuan: [80, 600], words: '提成|介绍费|课时' },
  ],
  d7: [
    { to: 'd1', share: 50, yuan: [50, 100, 120], words: '加练|练车费' },
    { to: ['tea', 'fruit', 'noodles'], share: 230, yuan: [8, 55], words: '' },
  ],
}

/** Everything of the road but the feast. */
export function withRoad(world: FifteenthWorld): void {
  const { chance } = world
  const all = idsOf('taxi')
  for (const id of all)
    for (const habit of drivers)
      follow(world, id, { ...habit, share: Math.round((habit.share * chance.whole(30, 150)) / 100) })
  for (const [id, fleet, first, last, yuan] of fleets)
    for (let day = first; day < Math.min(last, days); day += 7)
      if (day < 36 || day > 45)
        pay(world, id, fleet, yuan * 100, moment(day, chance.whole(540, 1_200)), {
          words: chance.pick(['份子钱', '本周份子', '']),
        })
  for (const [id, habits] of Object.entries({ ...own, ...school }))
    for (const habit of habits) follow(world, id, habit)
  for (let day = 0; day < days; day += 1) {
    if (chance.percent(16))
      share(world, ['t1', 't2', 't3', 't6'], 'mahjong', moment(day, 1_020), '茶钱|', [15, 40])
    // Change for a passenger's cash, or an order passed on to a colleague who is nearer.
    if (chance.percent(30)) {
      const [one, other] = chance.some(all, 2)
      const at = moment(day, chance.whole(360, 1_400))
      pay(world, one!, other!, chance.pick([2_000, 3_500, 5_000, 8_000, 10_000, 20_000]), at, {
        words: chance.pick(['换现金', '接人的车费', '机场那单', '']),
      })
    }
  }
}
