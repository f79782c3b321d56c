/** The school: teachers, a parents' committee that collects from everyone, a lunch table, and badminton. */

import { chanceWord } from './sixth-words.ts'
import {
  about,
  follow,
  just,
  later,
  monthly,
  pay,
  splitBill,
  weekly,
  workdays,
  type Habit,
} from './sixth-pay.ts'
import { days, moment, type SixthWorld } from './sixth-world.ts'

const habits: readonly Habit[] = [
  ['s1', 'm7', workdays, 44, about(6, 14), '早餐|', '6-8'],
  ['s2', 'm7', workdays, 36, about(6, 14), '', '6-8'],
  ['s3', 'm6', workdays, 34, just(14, 16, 18), '面|', '11-13'],
  ['s5', 'm5', workdays, 40, about(16, 40), '饺子|午饭|', '11-13'],
  ['s1', 'm12', weekly(2, 5), 56, about(16, 80), '水果|', '16-18'],
  ['s2', 'm1', weekly(6), 60, about(40, 160), '排骨|肉|', '9-12'],
  ['s3', 'm2', weekly(5), 44, about(30, 110), '鱼|', '16-18'],
  ['s3', 's6', weekly(3), 78, just(160), '琴课|', '18-20'],
  ['s2', 's6', weekly(6), 74, just(160), '芊芊琴课|琴课|', '13-16'],
  ['s4', 'printer', weekly(1, 4), 58, about(20, 320), '印卷子|打印|', '9-16'],
  ['s4', 'paper', weekly(2), 62, about(40, 680), '文具|办公用品|', '9-16'],
  ['s4', 'u6', monthly(1), 100, just(1_800), '生活费|', '19-22'],
  ['s4', 'y5', weekly(6), 30, about(100, 400), '妈买菜|', '10-18'],
  ['s4', 'm10', weekly(6), 16, just(38, 168), '头发|', '10-17'],
  ['s5', 'gym', monthly(10), 80, just(199), '', '19-21'],
  ['s6', 'piano', weekly(6), 82, about(300, 900), '课时费|本周课时|', '20-22'],
  ['s6', 'landlordTwo', monthly(10), 100, just(1_500), '琴房租金|', '10-20'],
  ['s6', 'y7', monthly(20), 100, just(500), '妈，给你的|', '18-20'],
  ['s7', 'm1', weekly(0, 2, 4), 80, about(80, 240), '肉|', '6-9'],
  ['s7', 'veg', workdays, 66, about(40, 130), '菜|', '6-8'],
  ['s7', 'm4', weekly(3), 70, about(110, 300), '米面油|', '9-15'],
  ['s7', 'm12', weekly(1, 4), 62, about(40, 120), '孩子的水果|', '14-16'],
  ['s7', 'landlordThree', monthly(1), 100, just(1_900), '房租|', '9-18'],
  ['s8', 'pharmacyToo', weekly(1), 34, about(15, 120), '', '15-18'],
  ['s8', 'm7', workdays, 30, about(5, 11), '', '5-7'],
  ['s8', 'drinks', weekly(6), 38, just(45, 60, 90), '', '16-19'],
  ['s9', 'bus', monthly(1), 100, just(320), '校车|糖豆校车|', '8-20'],
  ['s10', 'bus', monthly(2), 100, just(320), '校车费|', '8-20'],
  ['s9', 's7', monthly(1), 100, just(680), '饭费|', '18-21'],
  ['s10', 's7', monthly(3), 100, just(680), '丁一小饭桌|饭费|', '18-21'],
  ['s9', 's6', weekly(2), 80, just(160), '糖豆琴课|', '18-20'],
  ['s9', 'courier', weekly(1, 4), 42, about(3, 24), '取件|', '17-20'],
  ['s9', 'm9', weekly(6), 24, about(80, 520), '羽绒服|衣服|', '12-19'],
  ['s10', 'm6', workdays, 36, just(14, 16, 22), '面|', '11-13'],
  ['s10', 'busToo', weekly(0, 4), 62, just(25), '拼车|', '6-8'],
  ['s5', 'busToo', weekly(6), 26, just(25, 50), '拼车|', '7-18'],
  ['s1', 'y9', monthly(8), 92, just(400, 600), '妈|给妈的|', '18-21'],
  ['s1', 'pharmacy', weekly(3), 28, about(20, 150), '药|', '16-19'],
]

/** The school through the season. */
export function withSchool(world: SixthWorld): void {
  const { chance } = world
  follow(world, habits)
  for (let day = 3; day < days; day += 7) {
    const at = moment(day, chance.whole(21 * 60, 22 * 60))
    splitBill(world, ['s1', 's3', 's5', 's10', 't3'], at, just(18, 20, 25, 30), '羽毛球|场地费|打球|')
  }
  for (let day = 8; day < days; day += chance.whole(8, 13)) {
    const at = moment(day, chance.whole(18 * 60, 20 * 60))
    splitBill(world, ['s1', 's2', 's3', 's4', 's6'], at, about(25, 90), '聚餐|奶茶|火锅|')
  }
  withCollections(world)
  withRefunds(world)
}

/** What the committee collects: everyone the same sum to one of them, within two days, and some for two children. */
const collected: readonly [number, string, number, string][] = [
  [8, 's9', 65, '班费|班费65|'],
  [24, 's10', 38, '练习册|资料费|'],
  [36, 's9', 128, '校服|冬季校服|'],
  [50, 's10', 45, '打印纸和班费|班费|'],
  [66, 's9', 52, '元旦服装|演出服|'],
  [78, 's9', 30, '元旦联欢|班费|'],
  [85, 's10', 26, '合影|照片|'],
]

function withCollections(world: SixthWorld): void {
  const { chance } = world
  const [own, other] = ['g-parents32', 'g-parents33'].map((id) => world.groups.find((one) => one.id === id)!)
  for (const [day, to, yuan, words] of collected) {
    const parents = ['m9', 't3', 'm7', 't9', 's9', 's10', ...chance.some(own!.members.slice(8), 3)]
    for (const from of parents) {
      if (from === to || !chance.percent(92)) continue
      const at = moment(day + chance.early(4), chance.whole(480, 1_330))
      const word = chance.pick(words.split('|'))
      const isForTwo = chance.percent(8)
      pay(world, from, to, yuan * (isForTwo ? 200 : 100), at, {
        words: isForTwo ? chanceWord(chance, '代付') : word,
        packet: false,
      })
    }
    // The other class collects less often, and to a teacher of its own.
    if (chance.percent(55))
      for (const from of ['m12', 't5', 's9', ...chance.some(other!.members.slice(5), 2)])
        pay(world, from, 's3', yuan * 100, moment(day + 1, chance.whole(500, 1_300)), { words: '三班班费' })
    const shop = chance.pick(['paper', 'printer', 'uniform'])
    const all = Math.round(yuan * chance.whole(30, 46)) * 100
    pay(world, to, shop, all, moment(Math.min(days - 1, day + 5), chance.whole(540, 1_000)), {
      words: chance.pick(['班里的', '三二班', '']),
      packet: false,
    })
  }
}

/** Money that goes back: a course not held, lunches not eaten, a colleague's change. */
function withRefunds(world: SixthWorld): void {
  const { chance, returns } = world
  const rows: readonly [string, readonly string[], readonly number[], string][] = [
    ['s6', ['t3', 's2', 's3', 's9'], [160, 320], '退课时|退你这节课'],
    ['s7', ['m9', 'm12', 't9', 't3', 's9', 's10'], [30, 60, 90, 150], '退饭费|没吃的退你'],
    ['s9', ['m9', 'm7', 't9', 't3'], [12, 26, 65, 128], '退班费|多收了退你'],
    ['s4', ['s1', 's2', 's3', 's5'], [36, 85, 126, 240], '报销|垫的打印费'],
  ]
  for (let n = 0; n < 38; n += 1) {
    const [from, others, sums, words] = chance.pick(rows)
    const at = moment(chance.whole(10, days - 1), chance.whole(540, 1_300))
    const ask = { words: chance.pick(words.split('|')), packet: false }
    returns.add(pay(world, from, chance.pick(others), chance.pick(sums) * 100, later(at, 1), ask).id)
  }
}
