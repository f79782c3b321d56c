/** The students who are away: money from home, four to a room, late meals, orders put together, exams. */

import { chanceWord } from './sixth-words.ts'
import {
  about,
  between,
  daily,
  follow,
  just,
  later,
  monthly,
  pay,
  splitBill,
  weekly,
  type Habit,
} from './sixth-pay.ts'
import { strangerName } from './sixth-names.ts'
import { addPerson, days, doubleEleven, moment, type SixthWorld } from './sixth-world.ts'

const home: readonly Habit[] = [
  ['m1', 'u1', monthly(1), 100, just(1_800), '生活费|闺女，生活费|', '19-22'],
  ['m5', 'u2', monthly(1), 100, just(2_000), '生活费|', '20-23'],
  ['m6', 'u3', monthly(2), 100, just(1_600), '生活费|儿子生活费|', '20-23'],
  ['m7', 'u9', weekly(6), 92, just(350), '下周的|', '18-21'],
  ['m9', 'u10', monthly(5), 100, just(1_500), '皓皓生活费|', '19-22'],
  ['m4', 'u8', weekly(0), 84, just(400), '', '18-21'],
  ['m1', 'y11', monthly(20), 94, just(800), '妈，零花|', '18-20'],
  ['m5', 'y3', monthly(15), 90, just(500), '爸|', '19-21'],
  ['m6', 'y3', monthly(15), 86, just(500), '爸，这月的|', '19-21'],
  ['m12', 'y1', monthly(21), 80, just(300, 500), '妈买药|', '19-21'],
]

const life: readonly Habit[] = [
  ['u1', 'canteen', daily, 34, about(11, 26), '麻辣烫|', '11-20'],
  ['u2', 'canteen', daily, 30, about(12, 28), '', '11-20'],
  ['u4', 'dorm', daily, 36, about(3, 22), '泡面|水|', '19-23'],
  ['u9', 'dorm', daily, 38, about(3, 26), '', '19-23'],
  ['u10', 'dorm', daily, 30, about(3, 20), '可乐|', '18-23'],
  ['u1', 'courier', weekly(1, 3, 5), 50, just(2, 3, 5), '取快递|', '17-20'],
  ['u6', 'courier', weekly(0, 2, 5), 48, just(2, 3, 5, 8), '快递|', '17-20'],
  ['u8', 'courier', weekly(4), 44, just(3, 5), '', '17-20'],
  ['u5', 'tutor', between(0, 78, weekly(6)), 84, just(180), '专业课|课费|', '12-20'],
  ['u7', 'tutor', between(20, 78, weekly(6)), 78, just(180), '', '12-20'],
  ['u6', 'tutorToo', weekly(2), 76, just(260), '雅思|', '12-20'],
  ['u3', 'hair', monthly(20), 100, just(48), '剪发', '14-20'],
  ['u10', 'landlordThree', monthly(9), 100, just(850), '房租|11月房租|', '10-20'],
  ['u7', 'landlordThree', monthly(1), 100, just(900), '房租', '10-20'],
  ['u2', 'u4', weekly(1, 3, 5), 34, about(9, 30), '带饭|饭|', '11-13'],
  ['u4', 'u2', weekly(0, 2, 4), 38, about(9, 30), '饭|', '11-13'],
  ['u1', 'u6', weekly(0, 1, 3, 4), 34, about(8, 28), '奶茶|带饭|', '12-21'],
  ['u6', 'u1', weekly(1, 2, 4), 36, about(8, 30), '饭|拼单|', '12-21'],
  ['u8', 'u1', weekly(0, 2, 4), 34, about(7, 26), '奶茶|', '12-21'],
  ['u8', 'u5', weekly(1, 4), 40, about(7, 30), '外卖|', '17-21'],
  ['u5', 'u8', weekly(3, 6), 44, about(8, 32), '外卖|谢谢宝|', '17-21'],
  ['u9', 'u10', weekly(0, 3, 5), 42, about(8, 40), '上分|饭|', '18-24'],
  ['u10', 'u9', weekly(1, 4, 6), 40, about(8, 45), '饭|', '18-24'],
  ['u3', 'u2', weekly(5), 40, about(10, 60), '哥|游戏|', '19-24'],
  ['u7', 'u5', weekly(2, 5), 46, about(8, 30), '咖啡|', '9-21'],
  ['u3', 'canteen', daily, 24, about(10, 25), '', '11-20'],
]

/** The students through the season. */
export function withStudents(world: SixthWorld): void {
  const { chance } = world
  follow(world, home, { packet: false })
  follow(world, life)
  const rooms: readonly [readonly string[], number, string][] = [
    [['u1', 'u5', 'u6', 'u8'], 4, '火锅|烤肉|外卖AA|聚餐|'],
    [['u2', 'u4', 'u9', 'u10'], 5, '烧烤|网吧|外卖|开黑|'],
    [['u5', 'u6', 'u7'], 12, '资料打印|自习室|'],
  ]
  for (const [circle, gap, words] of rooms)
    for (let day = chance.whole(0, 4); day < days; day += chance.whole(gap - 2, gap + 3))
      splitBill(world, circle, moment(day, chance.whole(11 * 60, 23 * 60 + 40)), about(14, 76), words)
  withBills(world)
  withPocketMoney(world)
  withOrders(world)
}

/** Power for the room every few weeks: one pays the warden in advance, and everybody else the quarter of it. */
function withBills(world: SixthWorld): void {
  const { chance } = world
  for (const room of [
    ['u1', 'u5', 'u6', 'u8'],
    ['u2', 'u4', 'u9', 'u10'],
  ]) {
    for (let day = chance.whole(3, 12); day < days; day += chance.whole(16, 24)) {
      const [payer, ...others] = room
      for (const id of others)
        pay(world, id, payer!, chance.pick([25, 25, 50]) * 100, moment(day, chance.whole(1_080, 1_420)), {
          words: chance.pick(['电费', '304电费', '']),
        })
    }
  }
}

/** Sums asked of home between two months: an examination, a coat, a doctor, a broken telephone. */
function withPocketMoney(world: SixthWorld): void {
  const { chance, returns } = world
  const pairs: readonly [string, string][] = [
    ['m1', 'u1'],
    ['m5', 'u2'],
    ['m6', 'u3'],
    ['t1', 'u4'],
    ['t4', 'u5'],
    ['s4', 'u6'],
    ['m7', 'u9'],
    ['m9', 'u10'],
    ['m4', 'u8'],
    ['y10', 'u7'],
  ]
  for (let n = 0; n < 48; n += 1) {
    const [from, to] = chance.pick(pairs)
    const at = moment(chance.whole(1, days - 6), chance.whole(500, 1_400))
    const fen = chance.pick([50, 100, 200, 200, 300, 500, 500, 800, 1_000, 2_600, 3_800]) * 100
    const words = chance.pick(['报名费', '买衣服', '看病', '火车票', '考试', '', '', '多吃点'])
    pay(world, from, to, fen, at, { words })
    if (chance.percent(16))
      returns.add(
        pay(world, to, from, fen, later(at, chance.whole(60, 4_000)), { words: '用不上了，退给你' }).id,
      )
  }
  for (let n = 0; n < 40; n += 1) {
    const [one, other] = chance.some(['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9', 'u10'], 2)
    const day = chance.whole(0, days - 16)
    const fen = chance.pick([50, 100, 100, 150, 200, 300, 500]) * 100
    pay(world, one!, other!, fen, moment(day, chance.whole(600, 1_430)), {
      words: chanceWord(chance, '借你'),
    })
    const back = moment(day + chance.whole(1, 15), chance.whole(600, 1_430))
    returns.add(pay(world, other!, one!, fen, back, { words: chanceWord(chance, '还你') }).id)
  }
}

/** Around Double Eleven orders are put together; things nobody wants any more are sold to strangers at all times. */
function withOrders(world: SixthWorld): void {
  const { chance } = world
  const all = ['u1', 'u2', 'u4', 'u5', 'u6', 'u8', 'u9', 'u10', 's9', 's3', 'm9', 't9']
  for (let n = 0; n < 52; n += 1) {
    const [from, to] = chance.some(all, 2)
    const day = doubleEleven - 9 + chance.whole(0, 14)
    const words = chance.pick(['拼单', '凑单的', '双十一', '尾款', '面膜', ''])
    pay(world, from!, to!, about(15, 280)(world, day), moment(day, chance.whole(600, 1_435)), { words })
  }
  for (let n = 0; n < 62; n += 1) {
    const from = chance.pick(all)
    const to = addPerson(world, strangerName(chance))
    const at = moment(chance.whole(0, days - 1), chance.whole(560, 1_430))
    const fen = about(8, 420)(world, 0)
    pay(world, from, to, fen, at, { words: chanceWord(chance, '二手') })
    if (chance.percent(14))
      pay(world, from, to, chance.whole(6, 15) * 100, later(at, chance.whole(3, 60)), { words: '邮费' })
  }
}
