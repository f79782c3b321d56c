/** What the hotpot street of the fifteenth crowd sends on ordinary days: goods by the day, wages, friends. */

import { circles, idsOf } from './fifteenth-cast.ts'
import { bill, follow, later, monthly, onDays, pay, type Habit } from './fifteenth-pay.ts'
import { days, moment } from './fifteenth-calendar.ts'
import type { FifteenthWorld } from './fifteenth-world.ts'

/** Shut from the eve to the third day of the year. */
const isOpen = (day: number): boolean => day < 39 || day > 42

const goods: readonly Habit[] = [
  { to: 'tripe', share: 420, on: isOpen, yuan: [160, 980], words: '毛肚|货款|', hours: [6, 11] },
  { to: 'greens', share: 520, on: isOpen, yuan: [60, 320], words: '菜|', hours: [5, 9] },
  { to: 'butcher', share: 300, on: isOpen, yuan: [120, 900], words: '牛肉|', hours: [6, 11] },
  { to: 'beer', share: 130, on: isOpen, yuan: [240, 1_600], words: '啤酒|20件|' },
  { to: 'oil', share: 50, on: isOpen, yuan: [1_200, 4_800], words: '底料款|牛油' },
  { to: 'gas', share: 120, on: isOpen, yuan: [120, 240, 360], words: '气|两罐|' },
  // A guest gets a deposit or a dish back.
  { to: 'new', share: 70, on: isOpen, yuan: [18, 200], words: '退定金|退菜|多收了|', hours: [11, 23] },
]

const own: Record<string, readonly Habit[]> = {
  s1: [
    { to: 'landlordShop', share: 1_000, on: onDays(4, 63), yuan: [26_000], words: '铺租' },
    { to: 's2', share: 30, yuan: [100, 2_000], words: '借的货钱|炭火|' },
  ],
  s2: [
    { to: 'landlordShop', share: 1_000, on: monthly(6), yuan: [9_800], words: '租金|2月铺租' },
    { to: 's1', share: 30, yuan: [100, 2_000], words: '还货钱|' },
  ],
  s3: [
    { to: ['tea', 'clothes', 'noodles'], share: 240, yuan: [8, 180], words: '' },
    { to: 'landlordTwo', share: 1_000, on: monthly(9), yuan: [650], words: '房租' },
  ],
  s4: [{ to: ['mahjong', 'noodlesTwo', 'pharmacy'], share: 210, yuan: [8, 120], words: '|台费' }],
  s5: [
    { to: ['gas', 'garage', 'charge'], share: 200, yuan: [30, 400], words: '' },
    { to: 'new', share: 60, yuan: [200, 3_600], words: '货款|压瓶费|' },
  ],
  s6: [
    { to: ['greens', 'butcher'], share: 460, on: isOpen, yuan: [40, 420], words: '|菜|郡肝' },
    { to: 'landlordShop', share: 1_000, on: monthly(7), yuan: [4_200], words: '租金' },
    { to: 'n6', share: 20, yuan: [50, 300], words: '送你|奶茶钱' },
  ],
  s7: [
    { to: ['noodles', 'charge', 'mahjong'], share: 330, yuan: [6, 50], words: '' },
    { to: 'new', share: 30, yuan: [10, 90], words: '赔您的|撒了一份|' },
  ],
  s8: [{ to: ['market', 'pharmacy'], share: 200, yuan: [6, 70], words: '' }],
}

/** Everything of the street but the feast, and what everybody sends their friends. */
export function withStreet(world: FifteenthWorld): void {
  for (const id of ['s1', 's2']) for (const habit of goods) follow(world, id, habit)
  for (const [id, habits] of Object.entries(own)) for (const habit of habits) follow(world, id, habit)
  wages(world)
  friendships(world)
}

/** Wages by the month, an advance now and then, and tips on a good evening. */
function wages(world: FifteenthWorld): void {
  const { chance } = world
  const hands = { s3: 3_800, s4: 7_200, s7: 4_100, s8: 3_200 }
  for (const [id, yuan] of Object.entries(hands)) {
    for (const day of [14, 37, 77]) {
      const extra = day === 37 ? chance.pick([800, 1_000, 1_600]) : chance.pick([0, 0, 100, -100, 200])
      pay(world, 's1', id, (yuan + extra) * 100, moment(day, chance.whole(840, 1_000)), {
        words: day === 37 ? '工资加年终' : '工资',
      })
    }
    if (chance.percent(50))
      pay(world, 's1', id, chance.pick([500, 1_000]) * 100, moment(chance.whole(20, 70), 930), {
        words: '预支',
      })
  }
  for (let day = 0; day < days; day += 1)
    if (isOpen(day) && chance.percent(14))
      pay(world, 's1', 'g-shop', chance.pick([3_000, 5_000, 6_600, 10_000]), moment(day, 1_400), {
        words: chance.pick(['辛苦了', '今天爆满', '下班大吉']),
        count: 9,
      })
}

const among = '饭钱|AA||聚餐|KTV|车费|帮买的|水果'

/** Dinners among friends, a loan and its return, a purchase for another, a gift. */
function friendships(world: FifteenthWorld): void {
  const { chance, friends } = world
  const each = circles.flatMap((kind) => idsOf(kind))
  for (const id of each) {
    const circle = friends.get(id)!
    for (let n = chance.whole(4, 15); n > 0; n -= 1) {
      const one = chance.pick(circle)
      const at = moment(chance.whole(0, days - 1), chance.whole(500, 1_400))
      pay(world, id, one, bill(world, 12, 220), at, { words: chance.pick(among.split('|')) })
    }
    if (chance.percent(30)) loan(world, id, chance.pick(circle))
    if (chance.percent(45)) {
      const at = moment(chance.whole(5, days - 2), chance.whole(600, 1_300))
      pay(world, id, chance.pick(circle), chance.pick([20_000, 50_000, 60_000, 80_000, 100_000]), at, {
        words: chance.pick(['新婚快乐', '生日快乐', '恭喜乔迁', '一点心意', '早日康复']),
      })
    }
    // Too much came, or it was for somebody else: it goes back.
    for (let n = chance.whole(0, 2); n > 0; n -= 1) giveBack(world, id, chance.pick(circle))
  }
}

function loan(world: FifteenthWorld, id: string, one: string): void {
  const { chance } = world
  const fen = chance.pick([500, 1_000, 2_000, 3_000, 5_000, 10_000]) * 100
  const day = chance.whole(2, 60)
  const [giver, taker] = chance.percent(50) ? [id, one] : [one, id]
  pay(world, giver, taker, fen, moment(day, chance.whole(540, 1_380)), {
    words: chance.pick(['借你', '', '先拿去用']),
  })
  if (!chance.percent(65)) return
  const back = day + chance.whole(5, Math.max(6, days - day - 1))
  if (back < days)
    pay(world, taker, giver, fen, moment(back, chance.whole(540, 1_380)), { words: '还你，谢谢', back: true })
}

function giveBack(world: FifteenthWorld, id: string, one: string): void {
  const { chance } = world
  const fen = bill(world, 20, 900)
  const at = moment(chance.whole(3, days - 3), chance.whole(540, 1_300))
  pay(world, one, id, fen, at, { words: chance.pick(['', '饭钱', '货款']), packet: false })
  const part = chance.percent(60) ? fen : chance.whole(1, fen)
  const words = chance.pick(['退你', '多了', '不用给', '说好我请'])
  pay(world, id, one, part, later(at, chance.early(2_000) + 4), { words, packet: false, back: true })
}
