/** What the shops and the badminton club of the fourteenth crowd have with one another. */

import { idsOf } from './fourteenth-cast.ts'
import { mates } from './fourteenth-days.ts'
import { between, daily, follow, monthly, round, splitBill, weekly } from './fourteenth-habit.ts'
import { bill, later, pay } from './fourteenth-pay.ts'
import { addAnyone, days, keep, type FourteenthWorld } from './fourteenth-world.ts'

/** The shops: wholesalers, wages, change for one another, refunds. */
export function inTheStreet(world: FourteenthWorld): void {
  const { chance } = world
  const all = idsOf('shop')
  for (const id of all) {
    const suppliers = Array.from({ length: chance.whole(2, 4) }, () => addAnyone(world, 'older'))
    for (const { id: one, given } of suppliers) {
      const alias = chance.percent(60)
        ? `${given[0]!}老板${chance.pick(['', '批发', '冻品', '纸', '送货'])}`
        : null
      keep(world, id, one, { alias, relation: null })
      const yuan = chance.pick([
        [120, 1_600],
        [300, 4_800],
        [60, 700],
      ])
      follow(world, id, {
        to: one,
        on: weekly(chance.whole(0, 3), chance.whole(4, 6)),
        share: 48,
        yuan,
        hours: [5, 21],
        words: ['货款', '', '上次的'],
        wordy: 15,
      })
    }
    const { id: worker } = addAnyone(world, 'young')
    keep(world, id, worker)
    const wage = [chance.pick([3_200, 3_800, 4_500])]
    if (chance.percent(70))
      follow(world, id, {
        to: worker,
        on: monthly(10),
        share: 100,
        yuan: wage,
        hours: [9, 22],
        words: ['工资'],
        wordy: 60,
      })
    const near = mates(world, id, 'shop')
    follow(world, id, {
      to: near,
      on: daily,
      share: 5,
      yuan: [50, 100, 200, 500, 1_000],
      hours: [8, 22],
      words: ['换现金', ''],
    })
  }
  refunds(world)
}

/** A customer paid too much, or sends it back: the shop returns a part. */
function refunds(world: FourteenthWorld): void {
  const { chance, sends } = world
  const toShops = sends.filter(({ to }) => to.way === 'members' && to.ids[0]!.startsWith('shop'))
  for (const send of chance.some(toShops, Math.min(toShops.length, 18))) {
    const shop = send.to.way === 'members' ? send.to.ids[0]! : ''
    const fen = Number(send.total) > 2_000 && chance.percent(60) ? bill(chance, 2, 15) : Number(send.total)
    const back = pay(world, shop, send.from, fen, later(send.at, chance.whole(10, 3_000)), {
      words: '退款',
      packet: false,
    })
    world.returns.add(back.id)
  }
}

/** The club: courts, shuttles, dinners after. */
export function onTheCourt(world: FourteenthWorld): void {
  const { chance } = world
  const all = [...idsOf('club'), 'office3', 'parent7']
  const captain = 'club1'
  for (let day = 1; day < days; day += 1) {
    if (!weekly(1, 5)(day)) continue
    const fen = chance.pick([2_500, 2_800, 3_000, 3_260, 3_500])
    for (const id of chance.some(all, chance.whole(4, 7))) {
      if (id === captain) continue
      const words = chance.pick(['场地费', '球费', '羽毛球', ''])
      const own = chance.percent(7) ? fen * 2 : fen
      pay(world, id, captain, own, between(world, day, 20, 24), { words, packet: false })
    }
    if (chance.percent(24))
      splitBill(world, all, 'n63', between(world, day, 21, 24), ['夜宵AA', '', '烧烤'], [25, 95])
    if (chance.percent(30))
      pay(world, captain, 'n66', bill(chance, 150, 600), between(world, day, 15, 19), { words: '订场' })
    if (chance.percent(15))
      round(
        world,
        'g-club',
        chance.some(all, 2),
        between(world, day, 22, 24),
        [10, 20, 30],
        ['下次再战', '恭喜'],
      )
  }
}
