/** The market street: what stalls and kitchens buy each morning, what they pay by the month, and one another. */

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
  type Habit,
} from './sixth-pay.ts'
import { days, moment, type SixthWorld } from './sixth-world.ts'

/** What kitchens and stalls buy. */
const bought: readonly Habit[] = [
  // In the middle of November the dumpling house goes over to another butcher, and back for the feasts.
  ['m5', 'm1', between(0, 44), 78, about(180, 620), '肉钱|前槽和五花|今天的肉|', '5-8'],
  ['m5', 'm11', between(44, days), 70, about(260, 780), '牛肉|肉钱|今天的|', '5-8'],
  ['m5', 'm1', between(76, days), 30, about(300, 1_400), '肉钱|过节备货', '6-9'],
  ['m5', 'veg', daily, 62, about(60, 240), '菜钱|芹菜韭菜|白菜|', '4-7'],
  ['m5', 'm3', weekly(1, 3, 5), 65, about(30, 90), '豆腐|干豆腐|', '7-9'],
  ['m5', 'noodle', weekly(0), 92, just(520, 650, 780), '面粉5袋|面粉|面粉6袋', '8-12'],
  ['m6', 'noodle', weekly(0, 4), 84, just(390, 520), '面粉|面粉3袋|面', '8-11'],
  ['m6', 'm11', daily, 55, about(150, 420), '牛腱子|牛骨|', '6-9'],
  ['m6', 'veg', daily, 52, about(35, 130), '菜|香菜小葱|', '5-8'],
  ['m6', 'm4', weekly(2), 80, about(120, 300), '油|调料|', '10-16'],
  ['m7', 'm3', daily, 72, about(18, 46), '豆浆豆腐脑|豆腐脑|', '4-6'],
  ['m7', 'm4', weekly(1, 5), 72, about(90, 260), '面和油|油|', '13-17'],
  ['m7', 'noodle', weekly(3), 78, just(260, 390), '面粉2袋|面粉', '12-15'],
  ['m4', 'grain', weekly(1, 4), 86, about(1_600, 6_800), '大米|货款|豆油20桶|', '8-16'],
  ['m1', 'meat', weekly(0, 2, 5), 82, about(900, 4_800), '白条款|货款|', '3-7'],
  ['m11', 'meat', weekly(1, 4), 70, about(700, 3_900), '货款|牛腩|', '5-9'],
  ['m2', 'fishFarm', weekly(0, 2, 4, 6), 80, about(320, 1_500), '鱼款|鲤子鲫瓜子|胖头|', '3-7'],
  ['m12', 'grain', weekly(6), 30, about(90, 300), '杂粮礼盒|', '9-12'],
  ['m12', 'veg', weekly(2, 5), 60, about(220, 880), '地瓜玉米|货钱|', '5-9'],
  ['m3', 'm4', weekly(0, 3), 82, about(240, 560), '黄豆|黄豆4袋|', '14-18'],
  ['m8', 'wood', weekly(4), 35, about(60, 480), '结上周的料|退货款|', '9-18'],
  ['m5', 'drinks', weekly(2, 5), 72, about(140, 720), '啤酒白酒|酒水|', '13-17'],
  ['m6', 'drinks', weekly(3), 60, about(70, 260), '汽水|酒水|', '13-17'],
]

/** What is paid by the month, and the small money of every day. */
const kept: readonly Habit[] = [
  ['m5', 'gasBottle', weekly(1, 5), 75, just(118, 236), '两瓶气|气|', '9-15'],
  ['m6', 'gasBottle', weekly(3), 80, just(118), '气|', '9-15'],
  ['m1', 'stallRent', monthly(5), 100, just(1_800), '摊位费|11月摊位|', '9-17'],
  ['m2', 'stallRent', monthly(5), 100, just(1_350), '摊位费|', '9-17'],
  ['m3', 'stallRent', monthly(6), 100, just(1_350), '豆腐坊摊位|', '9-17'],
  ['m11', 'stallRent', monthly(5), 100, just(1_800), '摊位费|', '9-17'],
  ['m12', 'stallRent', monthly(8), 100, just(2_200), '房租水电|', '9-17'],
  ['m9', 'landlord', monthly(1), 100, just(3_200), '店租|房租|', '9-20'],
  ['m10', 'landlordTwo', monthly(1), 100, until(60, just(2_000), just(2_300)), '房租|', '9-20'],
  ['m10', 'hair', weekly(1), 58, about(80, 420), '染膏|烫发水|进货|', '20-22'],
  ['m9', 'courier', weekly(0, 3, 5), 78, about(24, 130), '邮费|发货|', '17-20'],
  ['m9', 'm10', weekly(5), 22, just(30, 98, 168), '剪头|烫头|', '12-18'],
  ['m4', 'm10', weekly(6), 14, just(30, 128), '染头|', '10-13'],
  ['m9', 's7', monthly(3), 100, just(680), '皓皓弟弟小饭桌|饭费|', '18-21'],
  ['m12', 's7', monthly(3), 100, just(680), '小饭桌|11月饭费|', '18-21'],
  ['m12', 'm7', daily, 34, about(7, 19), '早餐|', '6-9'],
  ['m8', 'm7', daily, 36, about(6, 16), '早点|', '6-9'],
  ['m8', 'm6', weekly(0, 1, 2, 3, 4), 44, just(14, 16, 18, 22), '面|牛肉面|', '11-13'],
  ['m9', 'm6', weekly(1, 3, 5), 52, just(14, 16, 30), '面|给我留碗牛肉面|', '11-13'],
  ['m10', 'm5', weekly(2, 4, 6), 48, about(18, 46), '饺子|半斤三鲜|', '11-14'],
  ['m2', 'm7', daily, 30, about(6, 13), '早餐|', '6-8'],
  ['m1', 'm12', weekly(0, 3, 6), 42, about(18, 75), '水果|桔子|', '17-19'],
  ['m7', 'm1', weekly(2, 6), 55, about(40, 150), '肉馅|肉|', '9-12'],
  ['m10', 'm2', weekly(5), 46, about(28, 96), '鲫鱼|鱼|', '16-18'],
  ['m4', 'm2', weekly(6), 40, about(30, 110), '鱼|', '16-18'],
  ['m3', 'pharmacy', weekly(4), 30, about(20, 160), '降压药|药|', '15-19'],
  ['m11', 'milk', weekly(0), 72, just(35, 70), '奶钱|', '7-9'],
  ['m8', 'gym', monthly(16), 100, just(199), '瑜伽课|媳妇的课|', '19-21'],
  ['m2', 'doctor', weekly(3), 18, about(30, 260), '药费|理疗|', '18-20'],
]

/** The street through the season. */
export function withMarket(world: SixthWorld): void {
  const { chance } = world
  follow(world, bought)
  follow(world, kept)
  for (let day = 2; day < days; day += chance.whole(5, 9)) {
    const at = moment(day, chance.whole(20 * 60, 22 * 60))
    splitBill(world, ['m1', 'm5', 'm6', 'm8', 'm11', 'm12'], at, about(40, 130), '昨晚烧烤|铁锅炖|喝酒AA|')
  }
  for (let day = 6; day < days; day += chance.whole(9, 16)) {
    const at = moment(day, chance.whole(19 * 60, 21 * 60))
    splitBill(world, ['m2', 'm4', 'm7', 'm9', 'm10', 's7'], at, about(22, 88), '姐妹聚餐|唱歌|洗浴AA')
  }
  withStallHands(world)
  withCredit(world)
}

/** Wages of kitchen hands, who come and go, and a day's money for those who only help out. */
function withStallHands(world: SixthWorld): void {
  const { chance } = world
  const kitchen = world.groups
    .find(({ id }) => id === 'g-dumpling')!
    .members.filter((id) => id.startsWith('p'))
  for (const day of [12, 42, 73]) {
    for (const id of kitchen.slice(0, 4)) {
      const fen = 280_000 + chance.whole(0, 14) * 10_000
      const words = chance.pick(['工资', '上月工资', ''])
      pay(world, 'm5', id, fen, moment(day, chance.whole(1_200, 1_320)), { words })
    }
  }
  for (let day = 5; day < days; day += chance.whole(2, 6)) {
    const from = chance.pick(['m5', 'm6', 'm1', 'm4', 'm12'])
    const to = chance.pick(kitchen)
    const fen = chance.pick([80, 100, 100, 120, 150, 200]) * 100
    pay(world, from, to, fen, moment(day, chance.whole(1_080, 1_290)), {
      words: chanceWord(chance, '今天工钱'),
    })
  }
}

/** What is bought on trust is paid weeks later in one sum; a neighbour's change is sent back at once. */
function withCredit(world: SixthWorld): void {
  const { chance, returns } = world
  const street = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12']
  for (let n = 0; n < 34; n += 1) {
    const [from, to] = chance.some(street, 2)
    const at = moment(chance.whole(1, days - 4), chance.whole(480, 1_200))
    const fen = about(60, 900)(world, 0)
    pay(world, from!, to!, fen, at, { words: chanceWord(chance, '帮我进的货') })
    if (!chance.percent(60)) continue
    const part = chance.percent(50) ? fen : Math.round(fen / chance.whole(3, 9) / 100) * 100 || 100
    const ask = { words: chanceWord(chance, part === fen ? '没货了退你' : '多给了，退你'), packet: false }
    returns.add(pay(world, to!, from!, part, later(at, chance.whole(4, 900)), ask).id)
  }
  for (let n = 0; n < 22; n += 1) {
    const [lender, borrower] = chance.some(street, 2)
    const day = chance.whole(1, days - 25)
    const fen = chance.pick([500, 1_000, 1_000, 2_000, 3_000, 5_000]) * 100
    pay(world, lender!, borrower!, fen, moment(day, chance.whole(420, 1_290)), {
      words: chanceWord(chance, '周转'),
    })
    const back = moment(day + chance.whole(2, 24), chance.whole(420, 1_290))
    returns.add(pay(world, borrower!, lender!, fen, back, { words: chanceWord(chance, '还你') }).id)
  }
}
