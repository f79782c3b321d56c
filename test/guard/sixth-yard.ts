/** The yard: retired neighbours with milk, medicine, cards, two dance troupes, and what they give the young. */

import { chanceWord } from './sixth-words.ts'
import {
  about,
  daily,
  follow,
  just,
  later,
  monthly,
  pay,
  splitBill,
  until,
  weekly,
  type Habit,
} from './sixth-pay.ts'
import { days, moment, type SixthWorld } from './sixth-world.ts'

const habits: readonly Habit[] = [
  ['y1', 'milk', weekly(0), 88, until(58, just(35), just(38)), '奶钱|', '7-9'],
  ['y4', 'milk', weekly(0), 86, until(58, just(35), just(38)), '', '7-9'],
  ['y5', 'milk', weekly(1), 82, until(58, just(70), just(76)), '两家的奶|', '7-9'],
  ['y10', 'milk', monthly(1), 100, until(58, just(150), just(165)), '牛奶|', '8-10'],
  ['y1', 'veg m1 m3', weekly(1, 3, 6), 58, about(8, 52), '', '8-11'],
  ['y2', 'm1', weekly(2, 5), 52, about(18, 75), '肉|', '8-11'],
  ['y3', 'pharmacy', weekly(1), 44, about(24, 190), '药|', '8-11'],
  ['y3', 'm5', weekly(4), 36, about(16, 42), '', '11-13'],
  ['y4', 'm3', daily, 22, about(4, 14), '豆腐|', '7-10'],
  ['y4', 'm2', weekly(5), 46, about(22, 70), '鱼|', '8-11'],
  ['y5', 'pharmacyToo', weekly(4), 42, about(18, 150), '', '9-11'],
  ['y6', 'drinks', weekly(3), 42, just(38, 52, 76), '', '15-17'],
  ['y6', 'm11', weekly(5), 46, about(35, 120), '牛肉|', '8-11'],
  ['y7', 'm12', weekly(1, 5), 48, about(10, 48), '', '9-11'],
  ['y7', 'm10', weekly(2), 12, just(20, 88), '', '9-11'],
  ['y8', 'doctor', weekly(2), 38, about(25, 140), '', '8-11'],
  ['y8', 'm6', weekly(3, 6), 40, just(14, 16), '', '11-13'],
  ['y9', 'dance', monthly(10), 100, just(50), '队费|', '18-20'],
  ['y1', 'dance', monthly(10), 100, just(50), '', '18-20'],
  ['y2', 'dance', monthly(11), 100, just(50), '', '18-20'],
  ['y7', 'dance', monthly(12), 92, just(50), '', '18-20'],
  ['y4', 'danceToo', monthly(10), 100, just(40), '二队队费|', '18-20'],
  ['y11', 'danceToo', monthly(10), 100, just(40), '', '18-20'],
  ['y9', 'm3', weekly(0, 3, 5), 44, about(4, 16), '', '7-10'],
  ['y9', 'pharmacy', weekly(2), 32, about(15, 130), '', '9-11'],
  ['y10', 'u7', monthly(1), 100, just(1_000), '给远远|生活费', '9-11'],
  ['y10', 'y3', weekly(0, 2, 4), 20, just(5, 8, 10, 12, 15), '输的|', '16-18'],
  ['y11', 'm7', weekly(0, 2, 4), 42, about(5, 13), '', '6-8'],
  ['y11', 'u1', monthly(18), 84, just(200), '桐桐买点好吃的|', '18-20'],
  ['y3', 'u2', monthly(16), 60, just(200), '', '18-20'],
  ['y3', 'u3', monthly(16), 60, just(200), '', '18-20'],
  ['y8', 'nurse', weekly(6), 88, just(350), '护工|', '9-12'],
  ['y2', 'sister', monthly(7), 90, just(300), '大姐|', '9-11'],
  ['y5', 'sisterToo', monthly(9), 80, just(200, 300), '', '9-11'],
]

/** The yard through the season. */
export function withYard(world: SixthWorld): void {
  const { chance } = world
  follow(world, habits)
  for (let day = 0; day < days; day += 1) {
    if (!chance.percent(46)) continue
    const [loser, winner] = chance.some(['y3', 'y6', 'y7', 'y8', 'y10'], 2)
    const at = moment(day, chance.whole(16 * 60, 18 * 60))
    const fen = chance.whole(2, 36) * 100
    pay(world, loser!, winner!, fen, at, { words: chance.pick(['', '', '输的', '牌钱']) })
  }
  for (let day = 5; day < days; day += chance.whole(9, 14)) {
    const at = moment(day, chance.whole(12 * 60, 14 * 60))
    splitBill(world, ['y1', 'y2', 'y4', 'y5', 'y7', 'y9'], at, about(20, 60), '吃饭|凑份子|')
  }
  withErrands(world)
  withWinter(world)
}

/** One neighbour fetches for another, pays, and has it back to the fen; the young ones order what the old cannot. */
function withErrands(world: SixthWorld): void {
  const { chance, returns } = world
  const neighbours = ['y1', 'y2', 'y3', 'y4', 'y5', 'y6', 'y7', 'y8', 'y9', 'y10', 'y11']
  for (let n = 0; n < 78; n += 1) {
    const [from, to] = chance.some(neighbours, 2)
    const fen = about(6, 130)(world, 0)
    const at = moment(chance.whole(0, days - 1), chance.whole(440, 1_200))
    returns.add(pay(world, from!, to!, fen, at, { words: chanceWord(chance, '捎的') }).id)
    // A good turn is paid twice where two had it: the second time for the neighbour without a telephone.
    if (chance.percent(9))
      pay(world, from!, to!, fen, later(at, chance.whole(1, 12)), { words: '老姐姐的那份' })
  }
  const helped: readonly [string, string][] = [
    ['y11', 'm1'],
    ['y3', 'm5'],
    ['y3', 'm6'],
    ['y6', 't4'],
    ['y5', 's4'],
    ['y2', 't6'],
    ['y7', 's6'],
    ['y8', 'm10'],
    ['y9', 's1'],
    ['y1', 'm12'],
    ['y4', 't5'],
  ]
  for (let n = 0; n < 36; n += 1) {
    const [from, to] = chance.pick(helped)
    const fen = about(20, 420)(world, 0)
    const words = chance.pick(['网上买的', '交电费', '话费', '你给我买的鞋', ''])
    pay(world, from, to, fen, moment(chance.whole(0, days - 1), chance.whole(500, 1_250)), { words })
  }
}

/** Before the cold: heating for the whole winter, cabbages by the hundredweight, windows, coal for one. */
function withWinter(world: SixthWorld): void {
  const { chance } = world
  const homes = [
    'y1',
    'y2',
    'y3',
    'y4',
    'y5',
    'y6',
    'y8',
    'y9',
    'y10',
    'y11',
    'm4',
    'm10',
    's2',
    's4',
    't4',
    't9',
  ]
  for (const id of homes) {
    const fen = chance.whole(148, 342) * 1_000 + chance.pick([0, 0, 350, 620])
    const ask = { words: chance.pick(['取暖费', '包烧费', '']), packet: false }
    pay(world, id, 'heat', fen, moment(chance.whole(3, 14), chance.whole(480, 1_050)), ask)
    if (chance.percent(22)) {
      const word = chanceWord(chance, '代付')
      pay(world, id, 'heat', chance.whole(150, 300) * 1_000, moment(16, chance.whole(480, 1_000)), {
        words: word,
        packet: false,
      })
    }
    if (chance.percent(70))
      pay(world, id, 'cabbage', chance.whole(30, 140) * 100, moment(chance.whole(17, 27), 600), {
        words: '白菜',
      })
    if (chance.percent(25))
      pay(world, id, chance.pick(['glass', 'wood']), chance.whole(6, 60) * 5_000, moment(24, 700), {
        words: chance.pick(['封窗', '定金', '']),
      })
    const fee = chance.whole(18, 42) * 1_000
    if (chance.percent(55))
      pay(world, id, 'estate', fee, moment(chance.whole(60, 88), 620), { words: '物业费' })
  }
}
