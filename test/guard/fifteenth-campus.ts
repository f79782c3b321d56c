/** What the freshmen of the fifteenth crowd and their parents send on ordinary days. */

import { idsOf, kin } from './fifteenth-cast.ts'
import { follow, later, onDays, pay, share, type Habit } from './fifteenth-pay.ts'
import { days, moment, termDay } from './fifteenth-calendar.ts'
import type { FifteenthWorld } from './fifteenth-world.ts'

/** Home from mid January until the term begins. */
const onCampus = (day: number): boolean => day < 18 || day >= termDay - 1

const students: readonly Habit[] = [
  { to: ['tea', 'teaTwo', 'copyTwo'], share: 260, on: onCampus, yuan: [5, 32], words: '||奶茶' },
  { to: ['noodles', 'noodlesTwo'], share: 190, on: onCampus, yuan: [9, 19], words: '' },
  { to: 'printing', share: 100, on: onCampus, yuan: [0.5, 12], words: '打印|' },
  { to: 'express', share: 50, on: onCampus, yuan: [2, 15], words: '寄件|' },
  { to: 'new', share: 45, yuan: [5, 180], words: '二手教材|代取|演唱会周边||拼单|网课' },
  { to: 'barber', share: 12, yuan: [35, 280], words: '' },
]

const own: Record<string, readonly Habit[]> = {
  // A couple since Valentine's Day.
  u3: [
    {
      to: 'u7',
      share: 130,
      on: (day) => day >= 48,
      yuan: [5.2, 13.14, 20, 52],
      words: '爱你|早餐|宝',
      packet: true,
    },
    { to: 'd1', share: 50, on: (day) => day >= 20 && day < 60, yuan: [60, 100], words: '练车' },
  ],
  u7: [{ to: 'u3', share: 80, on: (day) => day >= 48, yuan: [10, 60], words: '电影票|饭钱|' }],
  u5: [{ to: 'd1', share: 45, on: (day) => day >= 20 && day < 62, yuan: [60, 100], words: '练车费' }],
  u6: [{ to: 'exam', share: 1_000, on: onDays(22), yuan: [2_780], words: '李浩然报名' }],
  u9: [{ to: 's3', share: 25, yuan: [66, 190], words: '定位|火锅' }],
}

const parents: readonly Habit[] = [
  { to: ['market', 'butcher', 'fruit'], share: 150, yuan: [12, 160], words: '|牛肉|菜' },
  { to: ['mahjong', 'barber', 'pharmacy'], share: 45, yuan: [15, 200], words: '' },
  { to: 'new', share: 18, yuan: [30, 1_500], words: '定金|货款||维修费' },
]

/** Everything of the campus but the feast. */
export function withCampus(world: FifteenthWorld): void {
  const { chance } = world
  const all = idsOf('campus')
  const keenly = (habit: Habit) => ({
    ...habit,
    share: Math.round((habit.share * chance.whole(30, 150)) / 100),
  })
  for (const id of all) for (const habit of students) follow(world, id, keenly(habit))
  for (const id of idsOf('parent')) for (const habit of parents) follow(world, id, keenly(habit))
  for (const [id, habits] of Object.entries(own)) for (const habit of habits) follow(world, id, habit)
  allowances(world)
  for (let day = 0; day < days; day += 1) {
    if (!onCampus(day)) continue
    const at = moment(day, chance.whole(690, 1_320))
    if (chance.percent(45))
      share(world, ['u2', 'u5', 'u7', 'u8'], chance.pick(['tea', 's6', 'market']), at, '奶茶|饭|', [9, 42])
    if (chance.percent(42))
      share(
        world,
        ['u1', 'u3', 'u4', 'u6', 'u9'],
        chance.pick(['s1', 's2', 'noodles']),
        at,
        'aa|饭钱||网吧',
        [12, 70],
      )
    // One fetches food for another.
    if (chance.percent(50)) {
      const [one, other] = chance.some(all, 2)
      pay(world, one!, other!, chance.whole(60, 260) * 10, later(at, 20), {
        words: chance.pick(['', '带饭', '早餐', '谢谢']),
      })
    }
  }
  classMoney(world, all)
}

/** Some by the month, some when asked; more when the term begins, for fees and a ticket. */
function allowances(world: FifteenthWorld): void {
  const { chance } = world
  for (const [child, parent] of kin.filter(([one]) => one.startsWith('u'))) {
    const usual = chance.pick([1_200, 1_500, 1_500, 1_800, 2_000])
    const isMonthly = chance.percent(60)
    for (const day of isMonthly ? [4, termDay, 64] : [1, 6, 11, 15, 20, 30, 45, 57, 63, 69, 74, 79]) {
      if (!isMonthly && !chance.percent(62)) continue
      const yuan = isMonthly ? usual : chance.pick([200, 300, 500, 500, 600, 800])
      const at = moment(day, chance.whole(470, 1_340))
      pay(world, parent, child, yuan * 100, at, { words: chance.pick(['生活费', '', '吃好点', '这个月的']) })
    }
    if (chance.percent(70)) {
      const fee = chance.pick([580_000, 620_000, 480_000, 265_000])
      pay(world, parent, child, fee, moment(termDay - 3, 1_200), { words: '学费住宿费' })
    }
    if (chance.percent(55))
      pay(world, child, 'tickets', bill2(world), moment(chance.whole(12, 16), 1_260), { words: '车票' })
    if (chance.percent(30))
      pay(world, child, parent, chance.whole(50, 600) * 100, moment(chance.whole(20, 80), 900), {
        words: chance.pick(['帮我交下', '网购的钱', '母上收好', '']),
      })
  }
}

function bill2({ chance }: FifteenthWorld): number {
  return chance.pick([8_650, 12_400, 15_350, 23_650, 31_200])
}

/** The class sends its part to the one who gathers it, and she passes it on. */
function classMoney(world: FifteenthWorld, all: readonly string[]): void {
  const { chance } = world
  const gathered = [
    [6, 'u2', 3_000, '班费', 'counsellor'],
    [termDay + 5, 'u2', 5_000, '班费', 'copyTwo'],
    [termDay + 9, 'u5', 8_650, '教材费', 'counsellor'],
    [75, 'u4', 2_500, '吉他社活动', 's6'],
  ] as const
  for (const [day, to, fen, words, onto] of gathered) {
    let sum = fen
    for (const id of all) {
      if (id === to || !chance.percent(80)) continue
      sum += fen
      pay(world, id, to, fen, moment(day + chance.whole(0, 1), chance.whole(700, 1_380)), {
        words,
        packet: false,
      })
      // Now and then for a neighbour in the dormitory as well.
      if (chance.percent(14)) {
        sum += fen
        pay(world, id, to, fen, moment(day + 1, chance.whole(1_381, 1_400)), {
          words: `帮室友交${words}`,
          packet: false,
        })
      }
    }
    pay(world, to, onto, sum, moment(day + 3, 720), { words })
  }
}
