/** The Dragon Boat festival, the twentieth of May, Children's Day, birthdays, weddings, and school's end. */

import { anyName, couples } from './twelfth-cast.ts'
import { pay } from './twelfth-pay.ts'
import {
  addPerson,
  days,
  dragonBoat,
  idsOf,
  keep,
  moment,
  senderIds,
  type TwelfthWorld,
} from './twelfth-world.ts'

/** All the feasts of that summer. */
export function withFeasts(world: TwelfthWorld): void {
  for (const id of senderIds) {
    withDragonBoat(world, id)
    withGifts(world, id)
  }
  withLove(world)
  withWeddings(world)
}

const wishes = ['端午安康', '端午安康', '端午快乐', '粽子钱', '安康', '']

/** Rounds on the day: to parents, to a group or two, and the zongzi that were ordered before it. */
function withDragonBoat(world: TwelfthWorld, id: string): void {
  const { chance, kinds } = world
  const { parents, siblings, child } = world.own.get(id)!
  const kin = [...parents, ...(child === null ? [] : [child])]
  const hour = () => moment(dragonBoat, chance.whole(420, 1_290))
  for (const one of kin)
    if (chance.percent(55))
      pay(world, id, one, chance.pick([100, 200, 200, 500, 600, 666]) * 100, hour(), chance.pick(wishes))
  for (const one of siblings)
    if (chance.percent(15))
      pay(world, id, one, chance.pick([66, 88, 100, 200]) * 100, hour(), chance.pick(wishes), {
        packet: true,
      })
  if (chance.percent(55))
    pay(
      world,
      id,
      'zong',
      chance.pick([45, 60, 60, 90, 120, 180]) * 100,
      moment(dragonBoat - chance.whole(1, 9), chance.whole(540, 1_200)),
      chance.pick(['', '粽子', '蛋黄肉粽10个']),
    )
  const mine = world.groups.filter(({ members }) => members.includes(id))
  for (const { id: group } of chance.some(mine, Math.min(mine.length, chance.whole(0, 2)))) {
    const at = hour()
    const ask = { count: chance.pick([5, 8, 10, 10]) }
    pay(world, id, group, chance.pick([10, 20, 50, 66, 88, 100]) * 100, at, chance.pick(wishes), ask)
    if (chance.percent(15))
      pay(
        world,
        id,
        group,
        chance.pick([10, 20, 50]) * 100,
        at + chance.whole(1, 9) * 60_000,
        '再来一个',
        ask,
      )
  }
  if (kinds.get(id) !== 'sell' && !chance.percent(20)) return
  // A round to friends, the same sum for each.
  const sum = chance.pick([520, 660, 880, 1_880, 2_000])
  const { friends } = world.own.get(id)!
  const at = hour()
  for (const [n, one] of chance.some(friends, Math.min(friends.length, chance.whole(2, 5))).entries())
    pay(world, id, one, sum, at + n * 50_000, '端午安康', { packet: true })
}

/** Children's Day and birthdays; a godchild, a neighbour's baby. */
function withGifts(world: TwelfthWorld, id: string): void {
  const { chance, contacts } = world
  const known = [...contacts.get(id)!.keys()].filter((one) => /^p\d/.test(one) || senderIds.includes(one))
  for (let n = chance.whole(0, 3); n > 0; n -= 1) {
    const sum = chance.pick([52, 66, 88, 100, 166, 188, 200, 200])
    pay(
      world,
      id,
      chance.pick(known),
      sum * 100,
      moment(chance.whole(0, days - 1), chance.whole(420, 1_380)),
      chance.pick(['生日快乐', '生日快乐🎂', '给宝宝', '早日康复', '乔迁之喜']),
      { packet: true },
    )
  }
  if (world.kinds.get(id) === 'home' || chance.percent(20))
    pay(
      world,
      id,
      chance.pick(known),
      chance.pick([61, 66, 100, 161, 200]) * 100,
      moment(22, chance.whole(420, 1_290)),
      chance.pick(['六一快乐', '宝贝节日快乐', '']),
      { packet: true },
    )
  // After the examinations, from late June on.
  if (chance.percent(22))
    pay(
      world,
      id,
      chance.pick(known),
      chance.pick([300, 500, 600, 888, 1_000, 2_000]) * 100,
      moment(chance.whole(45, 80), chance.whole(600, 1_260)),
      chance.pick(['金榜题名', '恭喜孩子', '升学快乐']),
    )
}

function withLove(world: TwelfthWorld): void {
  const { chance } = world
  const pairs = [...couples, ['flat2', 'flat5'] as const]
  for (const [a, b] of pairs) {
    const at = moment(10, chance.whole(20, 1_400))
    const sum = chance.pick([5_200, 13_140, 52_000, 131_400])
    if (chance.percent(75)) pay(world, a, b, sum, at, chance.pick(['520', '爱你', '']))
    if (chance.percent(40))
      pay(
        world,
        b,
        a,
        chance.pick([520, 5_200, sum]),
        at + chance.whole(2, 600) * 60_000,
        chance.pick(['520', '么么', '']),
      )
  }
}

/** Three weddings and a funeral: everyone of a circle gives the same, some through another who goes. */
function withWeddings(world: TwelfthWorld): void {
  const { chance } = world
  const plan = [
    ['bus', 12, [200, 300], '新婚快乐'],
    ['home', 54, [500, 600], '百年好合'],
    ['choir', 66, [200, 200], '一点心意'],
    ['sell', 40, [200, 520], '新婚大喜'],
  ] as const
  for (const [circle, day, sums, words] of plan) {
    const host = addPerson(world, anyName(chance))
    const goer = chance.pick(idsOf(circle))
    let carried = 0
    for (const id of idsOf(circle)) {
      const sum = chance.pick(sums) * 100
      const at = moment(day - chance.whole(0, 2), chance.whole(480, 1_200))
      if (chance.percent(40)) keep(world, id, host, null, null)
      const isCarried = id !== goer && chance.percent(35)
      if (isCarried) carried += sum
      if (isCarried) pay(world, id, goer, sum, at, chance.pick(['帮我带个礼', '随礼', words]))
      else if (id !== goer && chance.percent(75)) pay(world, id, host, sum, at, words)
    }
    // What was given along is passed on, with the goer's own.
    pay(world, goer, host, carried + sums[0] * 100, moment(day + 1, 630), chance.pick([words, '大家的心意']))
  }
}
