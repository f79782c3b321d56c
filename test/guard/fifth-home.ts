/** What the fifth crowd sends home: villagers who work away, and a family in two cities. */

import { idsOf } from './fifth-cast.ts'
import { daily, follow, monthly, once, weekly, type Habit } from './fifth-pay.ts'
import type { FifthWorld } from './fifth-world.ts'

const evening = [18, 22] as const
const anyTime = [8, 22] as const
const all = { share: 100, hours: anyTime }

const homes = 'fatherCai uncleCai fatherCai motherYing motherLan motherYing motherLan motherLan'.split(' ')

/** Money for parents, rent, the road at home. */
export function withVillage(world: FifthWorld): void {
  const { chance } = world
  idsOf('village').forEach((id, i) => {
    const home = homes[i]!
    const keeps = chance.whole(10, 28) * 100
    const flat = chance.whole(9, 19) * 50
    const landlord = i % 2 === 0 ? 'landlordEast' : 'landlordWest'
    const send = (habit: Habit) => follow(world, id, habit)
    send({
      ...all,
      to: home,
      on: monthly(chance.whole(5, 12)),
      yuan: [keeps],
      words: ['生活费', '家用'],
      growth: 12,
    })
    send({ ...all, to: home, on: weekly(6), share: 18, yuan: [50, 100, 100, 200], words: ['', '买点好吃的'] })
    send({ ...all, to: landlord, on: monthly(chance.whole(1, 4)), yuan: [flat], words: ['房租', '本月房租'] })
    send({ ...all, to: landlord, on: monthly(6), share: 80, yuan: [35, 110], words: ['水电', '水电费'] })
    if (id !== 'v3')
      send({ ...all, to: 'v3', on: monthly(15), share: 80, yuan: [100], words: ['修路款', '修路'] })
    if (['v1', 'v3', 'v5', 'v8'].includes(id))
      send({
        to: 'g-site',
        on: weekly(4),
        share: 22,
        yuan: [20, 30, 40],
        words: ['', '周末加菜'],
        hours: evening,
        count: 5,
      })
    send({
      to: 'g-village',
      on: daily,
      share: 1,
      yuan: [50, 66, 100],
      words: ['老乡好', ''],
      hours: evening,
      count: 20,
    })
  })
  follow(world, 'v3', { ...all, to: 'gang', on: monthly(20), yuan: [900, 1_400], words: ['修路工钱'] })
  for (const id of ['v1', 'v5', 'v6'])
    follow(world, id, {
      to: 'g-bridge',
      on: monthly(18),
      share: 70,
      yuan: [60, 100, 120],
      words: ['路通了', ''],
      hours: evening,
    })
}

/** Pocket money, the loan on the house, packets on Sunday. */
export function withFamily(world: FifthWorld): void {
  const house = idsOf('family')
  follow(world, 'm1', {
    ...all,
    to: 'm6',
    on: weekly(0),
    share: 90,
    yuan: [100],
    words: ['零花', '零花钱', ''],
  })
  follow(world, 'm2', { ...all, to: 'm5', on: monthly(18), yuan: [4_800], words: ['房贷'] })
  follow(world, 'm2', { ...all, to: 'm3', on: monthly(2), yuan: [1_500], words: ['生活费'] })
  follow(world, 'm1', { ...all, to: 'm4', on: monthly(2), yuan: [1_800], words: ['生活费'] })
  follow(world, 'm3', { ...all, to: 'landlordEast', on: monthly(3), yuan: [1_650], words: ['房租'] })
  follow(world, 'm4', { ...all, to: 'landlordWest', on: monthly(5), yuan: [1_400], words: ['房租', ''] })
  follow(world, 'm4', { ...all, to: 'driving', on: once(31), yuan: [2_900], words: ['驾校二期'] })
  for (const id of house) {
    follow(world, id, {
      to: 'g-family',
      on: weekly(6),
      share: 15,
      yuan: [66, 88, 100, 200],
      words: ['家宴', '', '都好好的'],
      hours: evening,
      count: 10,
    })
    follow(world, id, {
      ...all,
      to: house,
      on: weekly(1, 4, 6),
      share: 9,
      yuan: [20, 260],
      words: ['买菜', '药钱', '高铁票', ''],
    })
  }
  for (const id of ['m3', 'm4', 'm6'])
    follow(world, id, {
      to: 'g-cousins',
      on: weekly(4),
      share: 25,
      yuan: [6, 10, 18, 20],
      words: ['抢', '开黑', ''],
      hours: [19, 24],
      count: 4,
    })
}
