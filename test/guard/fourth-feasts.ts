/** Mid-Autumn, the national holiday and a wedding: gifts in rounds, sums that say something, and deposits to people one meets once. */

import { bill, midAutumn, moment, nationalDay, pay } from './fourth-pay.ts'
import { keep, stranger, type World } from './fourth-people.ts'

/** All three. */
export function withFeasts(world: World): void {
  moon(world)
  holiday(world)
  wedding(world)
}

function moon(world: World): void {
  const { chance } = world
  const evening = (from = 1_050, to = 1_330) => moment(midAutumn, chance.whole(from, to))
  const rounds: [string, string[], number][] = [
    ['g1', ['s1', 'p1', 't2'], 20_000],
    ['g2', ['s1', 't2'], 10_000],
    ['g3', ['s5', 'c4', 'p5'], 20_000],
    ['g4', ['s5', 'c4'], 18_800],
    ['o1', ['o2', 'v1', 'v3', 'v4'], 8_800],
    ['p1', ['te', 'g1', 'g2'], 16_800],
    ['w2', ['w1'], 52_000],
  ]
  for (const [from, to, fen] of rounds) {
    const first = chance.whole(1_050, 1_280)
    for (const [n, one] of to.entries())
      pay(world, from, one, fen, moment(midAutumn, first + n * chance.whole(1, 4)), {
        words: '中秋快乐',
        packet: fen <= 20_000,
      })
  }
  for (const [from, group, fen, count] of [
    ['s2', 'dorm', 1_500, 3],
    ['s7', 'dorm2', 1_500, 3],
    ['s1', 'class', 3_000, 12],
    ['c1', 'office', 8_800, 16],
    ['c6', 'lunch', 6_600, 6],
    ['p2', 'parents', 6_600, 18],
    ['g1', 'family', 5_000, 4],
    ['g3', 'family2', 5_000, 4],
    ['n1', 'night', 1_888, 4],
    ['t2', 'flat', 666, 2],
    ['tg', 'stairs', 2_000, 12],
  ] as const)
    pay(world, from, group, fen, evening(), { words: '中秋快乐', count })
  const friends = [...world.contacts.keys()].filter((id) => world.roles.get(id) !== 'payee')
  for (const one of friends.filter(() => chance.percent(40))) {
    const to = chance.pick([...world.contacts.get(one)!.keys()].filter((id) => !/^[hl]/.test(id)))
    pay(world, one, to, chance.pick([520, 666, 888, 1_314, 1_888, 6_600, 8_888]), evening(600), {
      words: chance.pick(['中秋快乐', '月饼钱', '']),
      packet: true,
    })
  }
}

/** Trips: the one who books is paid back; drivers, tickets and rooms are paid to people who are new. */
function holiday(world: World): void {
  const { chance } = world
  const at = (day: number) => moment(day, chance.whole(500, 1_390))
  const trips = [
    ['s1', 's2', 's3', 's4'],
    ['s6', 's5', 's7'],
    ['c7', 'c2', 'c5'],
    ['t2', 't1'],
  ]
  for (const [host, ...rest] of trips) {
    const share = bill(world, 180, 460)
    for (const one of rest)
      pay(world, one, host!, share, at(nationalDay - chance.whole(2, 5)), {
        words: chance.pick(['车票', '酒店', '国庆']),
      })
    for (let day = nationalDay; day < nationalDay + 4; day += 1) {
      pay(world, host!, stranger(world), bill(world, 15, 180), at(day), {
        words: chance.pick(['车费', '门票', '民宿', '']),
      })
      for (const one of rest.filter(() => chance.percent(70)))
        pay(world, one, host!, bill(world, 25, 110), at(day), {
          words: chance.pick(['', '饭', '门票', '打车']),
        })
    }
  }
  for (const one of ['p1', 'p3', 'p8', 'c4', 'g2', 'n2'])
    if (chance.percent(70))
      pay(world, one, stranger(world), bill(world, 20, 300), at(nationalDay + chance.whole(0, 5)), {
        words: chance.pick(['采摘', '车费', '']),
      })
  for (const [from, group] of [
    ['g2', 'family'],
    ['p5', 'family2'],
    ['c2', 'lunch'],
    ['s5', 'dorm2'],
    ['p3', 'board'],
  ] as const)
    pay(
      world,
      from,
      group,
      chance.pick([1_001, 1_949, 2_000, 7_700]),
      moment(nationalDay, chance.whole(540, 1_300)),
      { words: '国庆快乐', count: 3 },
    )
}

/** The third of October: deposits before it, and what guests give, most of it to one of the two. */
function wedding(world: World): void {
  const { chance } = world
  const day = nationalDay + 2
  for (const [to, fen, words, before] of [
    ['h3', 80_000, '跟拍定金', 16],
    ['h4', 500_000, '婚宴定金', 14],
    ['h5', 98_600, '喜糖', 9],
    ['h3', 180_000, '跟拍尾款', -1],
    ['h4', 1_260_000, '婚宴尾款', -1],
  ] as const) {
    keep(world, 'w1', to)
    pay(world, 'w1', to, fen, moment(day - before, chance.whole(600, 1_200)), { words })
  }
  const guests = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 't1', 'p3', 's5', 'o1', 'n1', 'p8']
  for (const one of guests) {
    const to = one.startsWith('c') || one === 't1' ? 'w2' : 'w1'
    const fen = chance.pick([60_000, 60_000, 80_000, 100_000, 88_800, 200_000])
    pay(world, one, to, fen, moment(day - chance.whole(0, 2), chance.whole(500, 1_300)), {
      words: chance.pick(['新婚快乐', '百年好合', '份子钱']),
    })
  }
  // Those who cannot come ask a colleague to take it along.
  pay(world, 'c3', 'c2', 60_000, moment(day - 1, 1_120), { words: '帮我带份子钱' })
  pay(world, 'c2', 'w2', 60_000, moment(day - 1, 1_140), { words: '李娜的份子' })
  pay(world, 'w2', 'office', 8_800, moment(day, 1_260), { words: '谢谢大家', count: 16 })
  pay(world, 'w1', 'w2', 520_00, moment(day, 1_400), { words: '老公' })
  for (let n = 0; n < 6; n += 1)
    pay(world, 'w2', stranger(world), bill(world, 60, 400), moment(day, chance.whole(400, 1_300)), {
      words: chance.pick(['车队', '化妆', '司仪', '']),
    })
  for (const one of ['c2', 't1', 'c7'])
    pay(world, 'w2', one, 20_000, moment(day, chance.whole(1_200, 1_320)), {
      words: '伴郎红包',
      packet: true,
    })
}
