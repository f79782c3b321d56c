/** The feasts of the fourteenth crowd: Teachers' Day, Mid-Autumn, National Day, the elders' day, weddings, a sale. */

import { cast, idsOf } from './fourteenth-cast.ts'
import { between, round } from './fourteenth-habit.ts'
import { bill, pay } from './fourteenth-pay.ts'
import {
  addAnyone,
  eldersDay,
  elevenEleven,
  keep,
  midAutumn,
  nationalDay,
  teachersDay,
  type FourteenthWorld,
} from './fourteenth-world.ts'

const moon = ['中秋快乐', '月圆人团圆', '中秋节快乐', '阖家团圆']
const nation = ['国庆快乐', '假期愉快', '玩得开心']

/** Everything that has its date. */
export function celebrate(world: FourteenthWorld): void {
  const { chance, groups } = world
  for (const { id, kind, pace } of cast) {
    atMidAutumn(world, id, pace)
    const { family } = world.circles.get(id)!
    if (kind !== 'retired' && chance.percent(30))
      pay(
        world,
        id,
        chance.pick(family),
        chance.pick([6_600, 9_900, 10_000, 20_000]),
        between(world, eldersDay, 8, 21),
        { words: '重阳节快乐', wordy: 75, packet: true },
      )
    if (chance.percent(40))
      pay(
        world,
        id,
        chance.pick(world.circles.get(id)!.friends),
        bill(chance, 20, 700),
        between(world, elevenEleven - chance.whole(0, 1), 9, 23),
        { words: chance.pick(['拼单', '凑单', '帮我付的']) },
      )
  }
  for (const { id, members } of groups) {
    const senders = members.filter((one) => cast.some((each) => each.id === one))
    const share = id.startsWith('g-home') ? 35 : 55
    if (chance.percent(share))
      round(
        world,
        id,
        chance.some(senders, Math.min(senders.length, chance.whole(1, 5))),
        between(world, midAutumn, 10, 22),
        [5, 10, 18.88, 20, 50, 66, 88],
        moon,
      )
    if (chance.percent(25))
      round(
        world,
        id,
        chance.some(senders, Math.min(senders.length, chance.whole(1, 3))),
        between(world, nationalDay, 9, 22),
        [6.66, 10, 20, 50],
        nation,
      )
  }
  for (const id of chance.some(idsOf('parent'), 4))
    pay(world, id, 'g-class', 5_000, between(world, teachersDay, 8, 20), {
      words: '老师节日快乐',
      wordy: 90,
      count: 10,
    })
  trips(world)
  weddings(world)
}

function atMidAutumn(world: FourteenthWorld, id: string, pace: number): void {
  const { chance, circles } = world
  const { family, friends } = circles.get(id)!
  for (const one of family) {
    if (!chance.percent(Math.min(70, pace / 2))) continue
    const fen = chance.pick([6_600, 8_800, 10_000, 18_800, 20_000, 20_000, 50_000, 66_600, 100_000])
    pay(world, id, one, fen, between(world, midAutumn - (chance.percent(20) ? 1 : 0), 8, 23), {
      words: chance.pick(moon),
      wordy: 60,
      packet: fen <= 20_000,
    })
  }
  if (chance.percent(25))
    pay(
      world,
      id,
      chance.pick(friends),
      chance.pick([5_200, 6_600, 8_800]),
      between(world, midAutumn, 9, 22),
      { words: chance.pick(moon), wordy: 60, packet: true },
    )
  if (chance.percent(15))
    pay(world, id, chance.pick(friends), bill(chance, 60, 400), between(world, midAutumn - 6, 9, 21), {
      words: '月饼',
    })
}

/** The first week of October: guest houses, drivers, and who went along pays their part. */
function trips(world: FourteenthWorld): void {
  const { chance, circles } = world
  for (const { id } of cast) {
    if (!chance.percent(38)) continue
    const { id: host } = addAnyone(world, 'older')
    const day = nationalDay + chance.whole(0, 5)
    pay(world, id, host, bill(chance, 180, 1_800), between(world, day - chance.whole(0, 9), 9, 23), {
      words: chance.pick(['房费', '定金', '民宿']),
    })
    const { id: driver } = addAnyone(world, 'older')
    if (chance.percent(55))
      pay(world, id, driver, bill(chance, 40, 500), between(world, day, 6, 21), {
        words: chance.pick(['车费', '包车', '']),
      })
    for (let i = chance.whole(0, 3); i > 0; i -= 1)
      pay(
        world,
        id,
        chance.pick(circles.get(id)!.friends),
        bill(chance, 20, 650),
        between(world, day + chance.whole(0, 2), 9, 24),
        { words: chance.pick(['旅游AA', '门票', '油费', '']) },
      )
  }
}

const gifts = [20_000, 30_000, 50_000, 60_000, 66_600, 80_000, 88_800, 100_000, 166_600]

/** Weddings, full months, housewarmings and funerals: a round sum to those who seldom get any. */
function weddings(world: FourteenthWorld): void {
  const { chance, circles } = world
  for (const { id } of cast)
    for (let i = chance.whole(0, 2); i > 0; i -= 1) {
      const known = chance.percent(50) ? circles.get(id)!.friends : [...world.contacts.get(id)!.keys()]
      const one = chance.percent(15) ? addAnyone(world, 'young').id : chance.pick(known)
      keep(world, id, one)
      const words = chance.pick(['新婚快乐', '百年好合', '满月快乐', '乔迁之喜', '节哀', '早日康复'])
      const day = chance.percent(45) ? nationalDay + chance.whole(0, 6) : chance.whole(2, 88)
      pay(world, id, one, chance.pick(gifts), between(world, day, 8, 22), { words, wordy: 75, packet: false })
    }
  const bride = 'office7'
  for (const id of idsOf('office')) {
    if (id === bride) continue
    keep(world, id, bride)
    pay(
      world,
      id,
      bride,
      chance.pick([30_000, 50_000, 60_000, 66_600]),
      between(world, nationalDay + chance.whole(0, 2), 9, 21),
      { words: '新婚快乐', wordy: 80, packet: false },
    )
  }
}
