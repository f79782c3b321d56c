/** The taxi company: the daily share, gas, shifts that two men have in one car, suppers, and winter tyres. */

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
  until,
  weekly,
  workdays,
  type Habit,
} from './sixth-pay.ts'
import { days, moment, type SixthWorld } from './sixth-world.ts'

/** The share that goes to the company, by the day, the week or the month. */
const shares: readonly Habit[] = [
  ['t1', 'company', weekly(0), 97, just(910), '份子钱|王建军份子钱|', '7-11'],
  ['t4', 'company', weekly(0), 94, just(910), '份钱|', '8-20'],
  ['t6', 'company', weekly(5), 95, just(980), '本周份子|', '8-20'],
  ['t3', 'company', monthly(26), 100, just(3_900), '份子钱|11月份子|', '9-21'],
  ['t8', 'company', monthly(26), 100, just(3_900), '', '9-21'],
  // The night men pay the day men whose cars they drive.
  ['t2', 't1', daily, 74, until(58, just(110), just(120)), '夜班|今天的|', '17-19'],
  ['t5', 't4', daily, 66, just(100), '夜班份|', '17-20'],
  ['t7', 't6', between(0, 41), 72, just(110), '夜班|', '16-19'],
  // In mid-November he changes to another car.
  ['t7', 't3', between(41, days), 70, just(105), '夜班|车份|', '16-19'],
]

/** Gas, meals, washing, repairs, families. */
const spent: readonly Habit[] = [
  ['t1', 'gasOne', daily, 40, about(48, 92), '加气|', '6-17'],
  ['t2', 'gasOne', daily, 46, about(42, 88), '气|加气|', '19-23'],
  ['t3', 'gasTwo', daily, 38, about(50, 95), '加气|', '6-22'],
  ['t4', 'gasOne gasOne gasTwo', daily, 44, about(45, 90), '', '6-17'],
  ['t5', 'gasTwo', daily, 42, about(44, 86), '加气|', '18-23'],
  ['t6', 'gasOne', daily, 40, about(48, 94), '加气|辽A那台|', '6-16'],
  ['t7', 'gasTwo', daily, 44, about(42, 90), '', '17-23'],
  ['t8', 'gasTwo', daily, 34, about(46, 92), '', '8-22'],
  ['t1', 'm7', daily, 36, about(7, 17), '早餐|', '5-8'],
  ['t4', 'm7', daily, 33, about(6, 15), '早点|', '5-8'],
  ['t6', 'm6', weekly(0, 1, 3, 5), 44, just(14, 16, 18), '面|', '11-14'],
  ['t2', 'm6', weekly(1, 2, 4, 6), 42, just(16, 18, 22), '面|牛肉面|', '18-20'],
  ['t5', 'm5', weekly(0, 2, 4), 48, about(16, 38), '饺子|', '17-20'],
  ['t7', 'm5', weekly(1, 3, 5), 42, about(15, 36), '', '17-21'],
  ['t9', 'm12', weekly(1, 4), 54, about(15, 70), '水果|草莓|', '17-19'],
  ['t9', 'm7', workdays, 42, about(6, 14), '豆浆油条|早餐|', '7-9'],
  ['t9', 's7', monthly(2), 100, just(680), '饭费|小饭桌|', '18-22'],
  ['t3', 's7', monthly(4), 100, just(680), '小饭桌|', '18-22'],
  ['t3', 's6', weekly(5), 78, just(160), '琴课|钢琴|', '10-12'],
  ['t10', 'tyreToo', weekly(0, 1, 3, 4), 66, about(60, 900), '配件|机滤刹车片|货款|', '9-17'],
  ['t10', 'm8', weekly(2, 5), 46, about(12, 130), '螺丝|工具|', '9-17'],
  ['t10', 'm5', workdays, 38, about(15, 34), '饺子|午饭|', '11-13'],
  ['t1', 't10', weekly(3), 40, about(60, 380), '保养|换机油|', '9-17'],
  ['t4', 't10', weekly(4), 36, about(60, 420), '修车|', '9-17'],
  ['t6', 't10', weekly(1), 36, about(50, 360), '修车|', '9-17'],
  ['t8', 'tyre', weekly(2), 30, about(30, 300), '', '9-17'],
  ['t3', 'tyre', weekly(6), 32, about(30, 350), '洗车|补胎|', '9-17'],
  ['t1', 'u4', monthly(1), 100, just(1_500), '生活费|12月生活费|', '19-22'],
  ['t4', 'u5', monthly(28), 100, just(1_600), '生活费|', '19-22'],
  ['t4', 'y6', monthly(12), 100, just(600), '爸，生活费|爸拿着用|', '18-21'],
  ['t6', 'y2', monthly(15), 92, just(500, 800), '妈拿着花|', '18-21'],
  ['t5', 'y4', weekly(6), 34, about(50, 300), '妈买菜|', '17-20'],
  ['t8', 'drinks', weekly(5), 34, about(40, 180), '', '18-21'],
]

/** The company's people through the season. */
export function withTaxis(world: SixthWorld): void {
  const { chance } = world
  follow(world, shares, { packet: false })
  follow(world, spent)
  for (let day = 1; day < days; day += chance.whole(3, 6)) {
    const at = moment(day, chance.whole(22 * 60, 24 * 60 - 30))
    splitBill(world, ['t2', 't3', 't5', 't7', 't8'], at, about(18, 58), '夜宵|烤串|麻辣拌|')
  }
  for (let day = 4; day < days; day += chance.whole(8, 14)) {
    const at = moment(day, chance.whole(13 * 60, 14 * 60))
    splitBill(world, ['t1', 't4', 't6', 't9'], at, about(20, 62), '午饭|盒饭|')
  }
  withTyres(world)
  withRides(world)
}

/** The first snow: everyone has the wheels changed in one week, at one of two places, for a sum like no other. */
function withTyres(world: SixthWorld): void {
  const { chance } = world
  for (const id of ['t1', 't3', 't4', 't6', 't8', 't9', 's5', 's10', 'm5', 'm1']) {
    const at = moment(30 + chance.early(24), chance.whole(480, 1_080))
    const fen = chance.pick([1_120, 1_280, 1_360, 1_600, 1_960]) * 100
    pay(world, id, chance.pick(['tyre', 'tyre', 'tyreToo', 't10']), fen, at, {
      words: chance.pick(['雪地胎', '换胎', '轮胎', '']),
      packet: false,
    })
  }
}

/** Neighbours who ride with a driver they know, and things carried to the city and back. */
function withRides(world: SixthWorld): void {
  const { chance } = world
  const riders = ['y4', 'y9', 'y10', 's6', 's4', 's9', 'm9', 'm10', 'u1', 'u5', 'u8', 'y5']
  for (let n = 0; n < 95; n += 1) {
    const from = chance.pick(riders)
    const driver = chance.pick(['t1', 't2', 't2', 't4', 't5', 't6', 't7'])
    const at = moment(chance.whole(0, days - 1), chance.whole(330, 1_430))
    const isFar = chance.percent(22)
    const words = chance.pick(isFar ? ['去机场', '包车', '送站', ''] : ['车费', '打车', '', ''])
    const fen = isFar ? chance.whole(8, 30) * 1_000 : chance.whole(8, 34) * 100
    pay(world, from, driver, fen, at, { words })
    if (chance.percent(10))
      pay(world, from, driver, fen, later(at, chance.whole(50, 300)), { words: '回来的' })
    if (chance.percent(12)) {
      const extra = chance.whole(2, 20) * 1_000
      pay(world, from, driver, extra, later(at, chance.whole(200, 900)), {
        words: chanceWord(chance, '捎的'),
      })
    }
  }
}
