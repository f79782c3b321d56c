/** The fifth crowd's salon with its regulars, and the feasts of its season. */

import { follow, monthly, once, pay, splitBill, weekly } from './fifth-pay.ts'
import { days, mayDay, moment, type FifthWorld } from './fifth-world.ts'

const evening = [18, 22] as const
const anyTime = [8, 22] as const
const all = { share: 100, hours: anyTime }

/** Haircuts, dye, cards that are filled up. */
export function withSalon(world: FifthWorld): void {
  const { chance } = world
  const regulars = ['s3', 's4', 's5', 's6', 'f2', 'h2', 'c2', 'm7', 'k6', 'f7', 'h1', 'k2']
  regulars.forEach((id, i) => {
    const to = i % 3 === 0 ? 's2' : 's1'
    const cut = chance.pick([48, 68, 88])
    follow(world, id, { ...all, to, on: weekly(5, 6), share: 14, yuan: [cut], words: ['剪发', '', '洗剪吹'] })
    follow(world, id, {
      ...all,
      to,
      on: weekly(3, 5),
      share: 3,
      yuan: [268, 380, 460],
      words: ['染发', '烫发', ''],
    })
    if (chance.percent(30))
      follow(world, id, { ...all, to, on: once(chance.whole(9, 80)), yuan: [1_000], words: ['充卡'] })
  })
  for (const id of ['s1', 's2']) {
    follow(world, id, {
      ...all,
      to: 'market',
      on: weekly(1),
      share: 70,
      yuan: [80, 260],
      words: ['毛巾', '染膏', ''],
    })
    follow(world, id, {
      to: 'g-salon',
      on: weekly(0, 4),
      share: 14,
      yuan: [30, 50, 88],
      words: ['老客福利', ''],
      hours: evening,
      count: 12,
    })
  }
  follow(world, 's1', { ...all, to: 'landlordEast', on: monthly(1), yuan: [3_200], words: ['店租', '房租'] })
  follow(world, 's2', { ...all, to: 's1', on: monthly(2), yuan: [1_200], words: ['工位费'] })
  for (const id of ['s3', 's4', 's5', 's6']) {
    follow(world, id, {
      to: 'g-tea',
      on: weekly(5),
      share: 16,
      yuan: [20, 30, 52],
      words: ['逛街', ''],
      hours: anyTime,
      count: 3,
    })
  }
  for (let day = 5; day < days; day += 7)
    if (chance.percent(70))
      splitBill(
        world,
        ['s3', 's4', 's5', 's6'],
        'milkTea',
        moment(day, 930),
        ['奶茶', '下午茶', ''],
        [15, 48],
      )
}

/**
 * The eighth of March, the first of May, Mother's day, the twentieth of May; a wedding gift or two on the
 * way.
 */
export function withFeasts(world: FifthWorld): void {
  const { chance, groups, contacts } = world
  const senders = [...contacts.keys()].filter((id) => world.kinds.get(id) !== 'payee')
  for (const id of senders) {
    const own = groups.filter(({ members }) => members.includes(id))
    const known = [...contacts.get(id)!.keys()].filter((one) => world.kinds.get(one) !== 'payee')
    const gift = (day: number, to: string, yuan: number, words: string) =>
      pay(world, id, to, yuan * 100, moment(day, chance.whole(480, 1_390)), {
        words,
        packet: yuan <= 200,
        count: 12,
      })
    if (chance.percent(22)) gift(7, chance.pick(known), chance.pick([38, 66, 88]), '节日快乐')
    for (const group of own)
      if (chance.percent(22))
        gift(mayDay + chance.whole(0, 2), group.id, chance.pick([50, 66, 88, 100, 188]), '五一快乐')
    if (chance.percent(30))
      gift(80, chance.pick(known), chance.pick([52, 520, 520, 1_314]), chance.pick(['520', '', '爱你']))
    if (chance.percent(35))
      gift(mayDay + chance.whole(0, 4), chance.pick(known), chance.pick([600, 666, 800, 1_000]), '新婚快乐')
    if (world.kinds.get(id) === 'village')
      for (const one of ['motherLan', 'motherYing'])
        if (chance.percent(30)) gift(69, one, chance.pick([188, 200, 520]), '母亲节快乐')
  }
}
