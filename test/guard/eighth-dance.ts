/** Life after work: the dance group of the square, group-buying on the estate. */

import { always, among, daily, follow, monthly, once, priced, someDay, weekly } from './eighth-pay.ts'
import { grouped, idsOf, knows, who, type EighthWorld } from './eighth-world.ts'

/** Aunties who dance: the fee for the loudspeaker, costumes, a trip by coach, packets for grandchildren. */
export function danceOf(world: EighthWorld): void {
  const { chance, townspeople } = world
  const dancers = idsOf(world, 'dance')
  const team = grouped(world, '夕阳红舞队', [...dancers, ...chance.some(townspeople, 14)])
  const second = grouped(world, '夕阳红二队', [...dancers.slice(0, 4), ...chance.some(townspeople, 20)])
  for (const id of dancers) {
    const grandchild = chance.pick(townspeople)
    knows(world, id, grandchild, chance.pick(['孙子', '外孙女', '大宝']), 'family')
    follow(world, id, {
      to: grandchild,
      on: weekly(4, 6),
      share: 40,
      sum: among(20, 50, 50, 100, 200),
      words: ['买零食', '乖'],
      hours: [7, 20],
      packet: true,
    })
    follow(world, id, {
      to: team,
      on: weekly(1, 5),
      share: 17,
      sum: among(5, 8, 10, 20),
      words: ['姐妹们早', '开心'],
      hours: [6, 21],
      count: [6, 15],
    })
    if (chance.percent(40))
      follow(world, id, {
        to: second,
        on: weekly(2),
        share: 12,
        sum: among(5, 10),
        words: ['早安'],
        hours: [6, 21],
        count: [6, 12],
      })
    follow(world, id, {
      to: dancers,
      on: daily,
      share: 4,
      sum: priced(5, 60),
      words: ['菜钱', '药钱', '车票'],
      hours: [7, 20],
    })
  }
  feesOf(world, dancers)
}

/** What is paid to her who leads, and what she pays on. */
function feesOf(world: EighthWorld, [lead, ...dancers]: readonly string[]): void {
  const { chance } = world
  const [costumeDay, tripDay] = [someDay(world, 10, 24), someDay(world, 45, 60)]
  for (const id of dancers) {
    follow(world, id, {
      to: lead!,
      on: monthly(8),
      share: 85,
      sum: always(20),
      words: ['活动费', '音响费'],
      hours: [7, 21],
    })
    once(
      world,
      id,
      { to: lead!, sum: always(128), words: ['舞服'], hours: [8, 21] },
      costumeDay + chance.whole(0, 3),
    )
    if (chance.percent(70))
      once(
        world,
        id,
        { to: lead!, sum: among(298, 298, 596), words: ['旅游费'], hours: [8, 21] },
        tripDay + chance.whole(0, 4),
      )
  }
  follow(world, lead!, {
    to: who(world, '彩云服装'),
    on: (day) => day === costumeDay + 4,
    share: 100,
    sum: always(1024),
    words: ['舞服8套'],
    hours: [9, 17],
  })
  follow(world, lead!, {
    to: who(world, '顺通旅行社'),
    on: (day) => day === tripDay + 5,
    share: 100,
    sum: always(2086),
    words: ['7人团费'],
    hours: [9, 17],
  })
}
