/** What the nurses of the fifteenth crowd, and those at home, send on ordinary days. */

import { idsOf } from './fifteenth-cast.ts'
import { between, follow, monthly, onDays, pay, share, workday, type Habit } from './fifteenth-pay.ts'
import { days, moment, termDay } from './fifteenth-calendar.ts'
import type { FifteenthWorld } from './fifteenth-world.ts'

const each: readonly Habit[] = [
  { to: ['noodles', 'noodlesTwo'], share: 120, yuan: [9, 22], words: '米粉|两碗|', hours: [7, 10] },
  { to: ['fruit', 'market'], share: 110, yuan: [18, 96], words: '车厘子|水果||菜钱', hours: [9, 21] },
  { to: ['tea', 'teaTwo'], share: 50, yuan: [12, 45], words: '奶茶|' },
  { to: 'canteen', share: 40, yuan: [100, 200, 300], words: '饭卡充值|', hours: [11, 18] },
  { to: 'pharmacy', share: 15, yuan: [20, 180], words: '药|' },
  { to: 'new', share: 26, yuan: [15, 320], words: '闲鱼键盘|鞋子||团购|跑腿费|定金' },
  { to: ['clothes', 'barber'], share: 22, yuan: [68, 420], words: '大衣|染发|' },
]

const own: Record<string, readonly Habit[]> = {
  n1: [
    { to: 'h3', share: 900, on: monthly(10), yuan: [1_000], words: '生活费|爸，这个月的' },
    { to: 'h2', share: 130, yuan: [20, 30, 50, 100], words: '饭钱|零花|' },
    { to: ['tutor', 'dance'], share: 1_000, on: onDays(5, 61), yuan: [2_400, 2_880, 1_800], words: '学费' },
    { to: 'h1', share: 60, yuan: [30, 600], words: '菜钱|油钱||电费' },
    { to: 'h7', share: 30, yuan: [200, 500, 1_000, 2_000], words: '先用着|给你的|' },
  ],
  n2: [
    { to: 'landlord', share: 1_000, on: monthly(5), yuan: [1_600], words: '房租|1602房租' },
    { to: 'h5', share: 100, yuan: [10, 300], words: '|买菜|52快乐' },
  ],
  n3: [
    { to: 'h6', share: 900, on: monthly(15), yuan: [1_500], words: '妈，生活费' },
    {
      to: ['nursing', 'nursingTwo'],
      share: 130,
      on: between(0, 34),
      yuan: [200, 220],
      words: '护工费|今天的',
    },
    { to: 'h6', share: 60, yuan: [50, 500], words: '买点好吃的|药费|' },
  ],
  n4: [{ to: 'landlordTwo', share: 1_000, on: monthly(1), yuan: [1_350], words: '房租' }],
  n5: [
    { to: 'exam', share: 1_000, on: onDays(8, 64), yuan: [1_600], words: '学车费用 文静怡' },
    { to: 'd2', share: 25, yuan: [50, 100, 120], words: '加练|练车费' },
  ],
  n6: [
    { to: 's6', share: 60, yuan: [28, 120], words: '串串|留位' },
    { to: 'landlord', share: 1_000, on: monthly(3), yuan: [1_450], words: '租金' },
  ],
  n7: [
    { to: 'h8', share: 50, yuan: [100, 3_000], words: '物业费||孩子补课' },
    { to: 'cleaner', share: 110, yuan: [120, 160], words: '保洁|' },
  ],
  n8: [{ to: ['t2', 't7'], share: 60, yuan: [14, 38], words: '车费|夜班打车' }],
}

const home: Record<string, readonly Habit[]> = {
  h1: [
    { to: 'n1', share: 900, on: monthly(12), yuan: [6_000, 6_500, 5_800], words: '上交|工资' },
    { to: ['garage', 'wash'], share: 40, yuan: [30, 480], words: '洗车|保养|' },
    { to: 'h4', share: 900, on: monthly(1), yuan: [800], words: '妈，生活费' },
    { to: 'mahjong', share: 60, yuan: [20, 200], words: '台费||烟' },
  ],
  h2: [
    { to: ['copyTwo', 'noodles', 'tea'], share: 260, yuan: [5, 28], words: '||饮料' },
    { to: 'new', share: 35, yuan: [6, 98], words: '皮肤|代练|' },
  ],
  h3: [
    { to: ['market', 'butcher'], share: 160, yuan: [8, 90], words: '|肉|菜' },
    { to: 'h7', share: 20, yuan: [500, 1_000, 3_000], words: '' },
  ],
  h4: [
    { to: ['market', 'mahjong', 'fruit'], share: 200, yuan: [5, 60], words: '' },
    { to: 'h2', share: 22, yuan: [50, 100, 200], words: '买好吃的', packet: true },
  ],
  h5: [
    { to: ['charge', 'wash', 'garageTwo'], share: 70, yuan: [25, 90], words: '充电|' },
    { to: 'n2', share: 45, yuan: [52, 66, 88.88, 200, 520], words: '老婆辛苦|爱你|', packet: true },
    { to: 'noodlesTwo', share: 150, yuan: [10, 18], words: '', hours: [7, 9], on: workday },
  ],
  h6: [{ to: ['market', 'pharmacy', 'fruit'], share: 170, yuan: [6, 130], words: '|药' }],
  h7: [
    { to: 'n1', share: 25, yuan: [300, 1_000, 2_000], words: '姐，还你|还上次的' },
    { to: ['noodles', 'mahjong', 'barber'], share: 190, yuan: [10, 120], words: '' },
    { to: 'new', share: 40, yuan: [30, 900], words: '定金|二手手机|路费|' },
  ],
  h8: [
    { to: 'n7', share: 900, on: monthly(16), yuan: [5_000], words: '房贷' },
    { to: ['garageTwo', 'wash', 'butcher'], share: 90, yuan: [30, 700], words: '轮胎|牛腩|' },
  ],
}

/** Everything of the ward and of the homes but the feast. */
export function withWard(world: FifteenthWorld): void {
  const { chance } = world
  const nurses = idsOf('ward')
  for (const id of nurses) for (const habit of each) follow(world, id, { ...habit, ...keen(world, habit) })
  for (const [id, habits] of Object.entries({ ...own, ...home }))
    for (const habit of habits) follow(world, id, habit)
  for (let day = 0; day < days; day += 1) {
    if (chance.percent(34))
      share(
        world,
        nurses,
        chance.pick(['tea', 'teaTwo']),
        moment(day, chance.whole(840, 1_380)),
        '奶茶|',
        [9, 21],
      )
    if (chance.percent(13))
      share(
        world,
        nurses,
        chance.pick(['s1', 's2']),
        moment(day, chance.whole(1_100, 1_300)),
        '火锅|AA|',
        [48, 95],
      )
    // Who swaps a night with another thanks them.
    if (chance.percent(9)) {
      const [one, other] = chance.some(nurses, 2)
      const fen = chance.pick([2_000, 5_000, 8_800, 10_000])
      pay(world, one!, other!, fen, moment(day, chance.whole(480, 1_290)), {
        words: '谢谢帮我顶班',
        packet: true,
      })
    }
  }
  collections(world, nurses)
}

/** How fond of it this one is. */
function keen({ chance }: FifteenthWorld, { share: usual }: Habit): Pick<Habit, 'share'> {
  return { share: Math.round((usual * chance.whole(30, 180)) / 100) }
}

/** What is gathered in the ward: a wedding, a birth, a farewell, white gauze for a funeral. */
function collections(world: FifteenthWorld, nurses: readonly string[]): void {
  const { chance } = world
  const gathered = [
    [15, 'n5', [500, 600, 600, 800], '新婚快乐|百年好合'],
    [27, 'n7', [100], '护士长代收 慰问|慰问金'],
    [59, 'n4', [200, 300, 300], '满月快乐|恭喜'],
    [termDay + 4, 'n7', [60], '欢送段姐|聚餐费'],
    [76, 'n3', [201, 301, 501], '节哀|奠'],
  ] as const
  for (const [day, to, yuan, words] of gathered)
    for (const id of nurses) {
      if (id === to || !chance.percent(88)) continue
      const at = moment(day + chance.whole(0, 2), chance.whole(460, 1_350))
      pay(world, id, to, chance.pick(yuan) * 100, at, { words: chance.pick(words.split('|')) })
    }
}
