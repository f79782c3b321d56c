/** What the fifth crowd sends for what it meets for: football, the ride to school, the choir. */

import { idsOf } from './fifth-cast.ts'
import { follow, monthly, once, splitBill, weekly, type Habit } from './fifth-pay.ts'
import { days, isWorkday, moment, type FifthWorld } from './fifth-world.ts'

const evening = [18, 23] as const
const anyTime = [8, 22] as const
const all = { share: 100, hours: anyTime }

/** The pitch, shirts, and what is eaten after. */
export function withFootball(world: FifthWorld): void {
  const { chance } = world
  const side = idsOf('football')
  for (const id of [...side, 'k4']) {
    const sunday = { on: weekly(6), hours: evening }
    if (id !== 'f1')
      follow(world, id, { ...sunday, to: 'f1', share: 78, yuan: [35], words: ['球费', '周日球费', ''] })
    follow(world, id, {
      ...sunday,
      to: 'g-sunday',
      share: 7,
      yuan: [30, 50, 66],
      words: ['赢球！', '', '辛苦各位'],
      count: 10,
    })
    if (id !== 'f1')
      follow(world, id, { ...all, to: 'f1', on: once(33), share: 85, yuan: [168], words: ['球衣', '队服'] })
  }
  follow(world, 'f1', { ...all, to: 'pitch', on: weekly(6), share: 92, yuan: [400], words: ['场地费'] })
  for (const id of ['f1', 'f5', 'f7']) {
    follow(world, id, { ...all, to: 'f3', on: weekly(2), share: 75, yuan: [40], words: ['周三球费', '球费'] })
    follow(world, id, {
      to: 'g-wednesday',
      on: weekly(2),
      share: 14,
      yuan: [30, 40],
      words: ['赢球', ''],
      hours: evening,
      count: 8,
    })
  }
  for (const id of ['f1', 'f2', 'f4', 'f6', 'f8'])
    follow(world, id, {
      to: 'g-drinks',
      on: weekly(6),
      share: 14,
      yuan: [20, 50, 60],
      words: ['', '走一个'],
      hours: evening,
      count: 4,
    })
  for (let day = 6; day < days; day += 7)
    if (chance.percent(80))
      splitBill(world, side, 'canteen', moment(day, 1_270), ['撸串', '球后', 'AA', ''], [38, 96])
}

/** Petrol, lessons, the money of the class. */
export function withRide(world: FifthWorld): void {
  const { chance } = world
  for (const id of idsOf('carpool')) {
    const send = (habit: Habit) => follow(world, id, habit)
    if (id !== 'k4')
      send({
        ...all,
        to: 'k4',
        on: weekly(4),
        share: 85,
        yuan: [50],
        words: ['拼车', '油费', ''],
        growth: 14,
      })
    if (id !== 'k1')
      send({ ...all, to: 'k1', on: monthly(9), share: 90, yuan: [60, 80, 120], words: ['班费', '材料费'] })
    send({
      ...all,
      to: 'piano',
      on: weekly(5),
      share: id < 'k4' ? 80 : 0,
      yuan: [150],
      words: ['钢琴课', ''],
    })
    send({
      ...all,
      to: 'maths',
      on: weekly(6),
      share: id > 'k2' ? 75 : 0,
      yuan: [180],
      words: ['数学课', '补课'],
    })
    if (chance.percent(45))
      send({ ...all, to: 'nursery', on: monthly(1), yuan: [2_300], words: ['保育费', '托费'] })
    send({
      to: 'g-ride',
      on: weekly(4),
      share: 6,
      yuan: [20, 30],
      words: ['接娃辛苦', ''],
      hours: anyTime,
      count: 5,
    })
    send({
      to: 'g-class',
      on: isWorkday,
      share: 1,
      yuan: [50, 66, 88],
      words: ['六一快乐', '老师辛苦', ''],
      hours: evening,
      count: 25,
    })
  }
  for (const id of ['k2', 'k5', 's3'])
    follow(world, id, {
      to: 'g-class3',
      on: isWorkday,
      share: 3,
      yuan: [50, 66, 80],
      words: ['三班加油', ''],
      hours: evening,
      count: 20,
    })
}

/** Dues, costumes, lunch after the rehearsal. */
export function withChoir(world: FifthWorld): void {
  const singers = ['h1', 'h2', 'h3', 'h4', 'h5', 'm5', 'c6']
  for (const id of singers) {
    const dues = { ...all, words: ['团费', '合唱团费'] }
    if (id !== 'h5') follow(world, id, { ...dues, to: 'h5', on: monthly(6), yuan: [50] })
    if (id !== 'h5')
      follow(world, id, { ...all, to: 'h5', on: once(44), share: 90, yuan: [268], words: ['演出服'] })
    follow(world, id, {
      to: 'g-choir',
      on: weekly(5),
      share: 10,
      yuan: [40, 60, 100],
      words: ['唱得好', ''],
      hours: anyTime,
      count: 30,
    })
    follow(world, id, {
      to: singers,
      on: weekly(1, 5),
      share: 12,
      yuan: [10, 60],
      words: ['买菜', '车票', '乐谱', ''],
      hours: [9, 19],
    })
  }
  follow(world, 'h5', { ...all, to: 'hall', on: monthly(8), yuan: [300], words: ['场地费'] })
  for (const id of ['h1', 'h2', 'h3', 'h4'])
    follow(world, id, {
      to: 'g-altos',
      on: weekly(3),
      share: 15,
      yuan: [20, 30, 40],
      words: ['低音加油', ''],
      hours: anyTime,
    })
  for (let day = 5; day < days; day += 7)
    splitBill(world, singers, 'noodles', moment(day, 730), ['排练午饭', '午饭', ''], [13, 30])
}
