/** What the fifth crowd sends for its living: the clinic with its shifts, the yard with its nights. */

import { idsOf } from './fifth-cast.ts'
import { daily, follow, later, monthly, pay, splitBill, weekly } from './fifth-pay.ts'
import { days, isWorkday, moment, type FifthWorld } from './fifth-world.ts'

const evening = [18, 22] as const
const anyTime = [8, 22] as const
const all = { share: 100, hours: anyTime }

/** Lunch in parts, tea money, nights and shifts changed. */
export function withClinic(world: FifthWorld): void {
  const { chance } = world
  const staff = idsOf('clinic')
  for (let day = 0; day < days; day += 1) {
    if (!isWorkday(day) || !chance.percent(34)) continue
    splitBill(world, staff, 'canteen', moment(day, chance.whole(700, 780)), ['午饭AA', '午饭', ''], [14, 32])
  }
  for (const id of staff) {
    if (id !== 'c6') follow(world, id, { ...all, to: 'c6', on: monthly(3), yuan: [30], words: ['茶水费'] })
    const night = { on: daily, hours: [0, 6] as const }
    follow(world, id, { ...night, to: 'breakfast', share: 5, yuan: [7, 9, 14], words: ['', '夜班早点'] })
    follow(world, id, { ...night, to: 'canteen', share: 3, yuan: [18, 36], words: ['', '夜宵'] })
    follow(world, id, {
      to: staff,
      on: isWorkday,
      share: 3,
      yuan: [50, 100, 150],
      words: ['换班谢谢', '替班'],
      hours: evening,
    })
    follow(world, id, {
      to: 'g-clinic',
      on: weekly(4),
      share: 7,
      yuan: [20, 30, 50],
      words: ['周末愉快', ''],
      hours: evening,
    })
  }
  for (const id of ['c1', 'c2', 'c3', 'c6'])
    follow(world, id, {
      to: 'g-nurses',
      on: weekly(2),
      share: 20,
      yuan: [15, 20, 25],
      words: ['下午茶', ''],
      hours: [14, 17],
      count: 3,
    })
  for (const id of ['c2', 'c4', 'c5'])
    follow(world, id, {
      to: 'g-clinic2',
      on: weekly(4),
      share: 18,
      yuan: [20, 40, 60],
      words: ['二组辛苦', ''],
      hours: evening,
    })
  follow(world, 'c2', { ...all, to: 'landlordWest', on: monthly(2), yuan: [1_350], words: ['房租'] })
  follow(world, 'c4', { ...all, to: 'landlordEast', on: monthly(5), yuan: [1_180], words: ['房租', ''] })
  follow(world, 'c5', { ...all, to: 'nursery', on: monthly(1), yuan: [2_300], words: ['学费', '保育费'] })
}

/** Diesel, loading, tolls laid out and given back. */
export function withYard(world: FifthWorld): void {
  const { chance } = world
  const night = [20, 24] as const
  for (const id of idsOf('yard')) {
    const load = chance.whole(15, 36) * 10
    follow(world, id, {
      to: 'fuel',
      on: weekly(0, 3, 5),
      share: 55,
      yuan: [280, 760],
      words: ['', '加油', '柴油'],
      hours: [4, 23],
      growth: 9,
    })
    follow(world, id, {
      to: 'gang',
      on: daily,
      share: 9,
      yuan: [load, load, load + 40],
      words: ['装车', '卸货', ''],
      hours: night,
    })
    follow(world, id, {
      to: 'tyres',
      on: monthly(21),
      share: 40,
      yuan: [90, 1_500],
      words: ['补胎', '换胎'],
      hours: anyTime,
    })
    follow(world, id, {
      to: 'canteen',
      on: daily,
      share: 8,
      yuan: [16, 38],
      words: ['', '夜宵'],
      hours: [0, 4],
    })
    if (id !== 'y1') withTolls(world, id)
  }
  for (const id of ['y1', 'y2', 'y3', 'y4', 'y6', 'y7'])
    follow(world, id, {
      to: 'g-east',
      on: daily,
      share: 4,
      yuan: [20, 30, 50],
      words: ['夜宵', '辛苦了', ''],
      hours: [21, 24],
    })
  for (const id of ['y2', 'y4', 'y5'])
    follow(world, id, {
      to: 'g-west',
      on: daily,
      share: 4,
      yuan: [20, 40, 60],
      words: ['夜宵', ''],
      hours: [21, 24],
    })
  follow(world, 'y1', {
    to: 'g-yard',
    on: monthly(10),
    share: 100,
    yuan: [200, 300],
    words: ['开工大吉'],
    hours: [8, 9],
    count: 25,
  })
  follow(world, 'y5', { ...all, to: 'landlordWest', on: monthly(4), yuan: [980], words: ['房租', ''] })
}

/** The dispatcher advances the tolls, and what is left comes back. */
function withTolls(world: FifthWorld, driver: string): void {
  const { chance } = world
  for (let day = chance.whole(0, 12); day < days; day += chance.whole(7, 17)) {
    const fen = chance.whole(5, 16) * 10_000
    const at = moment(day, chance.whole(380, 1_380))
    pay(world, 'y1', driver, fen, at, { words: chance.pick(['路桥费', '过路费', '']), packet: false })
    const left = chance.whole(200, Math.floor(fen / 30)) * 10
    const words = chance.pick(['路桥费余款', '剩的退回', ''])
    pay(world, driver, 'y1', left, later(at, chance.whole(600, 3_800)), { words, packet: false })
  }
}
