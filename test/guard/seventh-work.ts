/** What the seventh crowd means to send for its work: the office, the food stall and the ward. */

import type { Cast } from './seventh-cast.ts'
import { daily, follow, weekly, workdays } from './seventh-pay.ts'
import { splitBills } from './seventh-split.ts'
import type { SeventhWorld } from './seventh-world.ts'

const splitWords = ['', 'AA', '饭钱', '我的那份', '谢啦']

export function officeLife(world: SeventhWorld, { of: { office, payee }, groups }: Cast): void {
  splitBills(world, office.slice(0, 6), workdays, 55, [16, 48], splitWords)
  splitBills(world, office, workdays, 30, [12, 160], ['', '咖啡', '打车', '生日份子', '团建', '电影票'])
  for (const one of office.slice(0, 9))
    follow(world, one, {
      to: payee[3]!,
      on: workdays,
      share: world.chance.whole(4, 25),
      yuan: [9, 19],
      bill: true,
      words: ['拼单', ''],
      hours: [9, 16],
    })
  for (const lead of [office[0]!, office[5]!])
    follow(world, lead, {
      to: [groups.team, groups.lunch],
      on: weekly(4),
      share: 45,
      yuan: [20, 88],
      words: ['周末愉快', '上线大吉', '恭喜发财，大吉大利'],
      hours: [16, 22],
      count: 10,
    })
}

/** The stall buys every day, pays its helpers every week and hands the takings about. */
export function stallLife(world: SeventhWorld, cast: Cast): void {
  const { stall, payee } = cast.of
  const [father, mother, older] = stall as [string, string, string]
  const early = { bill: true, hours: [4, 9] } as const
  follow(world, father, {
    to: payee[19]!,
    on: daily,
    share: 75,
    yuan: [160, 520],
    words: ['', '货款', '今天的'],
    ...early,
  })
  follow(world, father, {
    to: payee[18]!,
    on: daily,
    share: 45,
    yuan: [60, 240],
    words: ['', '菜'],
    ...early,
  })
  follow(world, mother, {
    to: payee[21]!,
    on: weekly(0, 3),
    share: 90,
    yuan: [200, 460],
    words: ['煤气', ''],
    hours: [7, 18],
  })
  follow(world, mother, {
    to: payee[26]!,
    on: weekly(1, 5),
    share: 85,
    yuan: [300, 700],
    bill: true,
    words: ['米钱', '货款', ''],
    hours: [7, 18],
  })
  follow(world, older, {
    to: payee[23]!,
    on: weekly(2),
    share: 70,
    yuan: [80, 300],
    words: ['包装袋'],
    hours: [8, 20],
  })
  stallPays(world, cast)
}

/** Wages, the takings of the day, money home. */
function stallPays(world: SeventhWorld, { of: { stall, payee }, groups }: Cast): void {
  const [father, mother, older, younger, wife, helper] = stall as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  follow(world, mother, {
    to: helper,
    on: weekly(6),
    share: 96,
    yuan: [900, 900],
    words: ['工资'],
    hours: [20, 23],
  })
  follow(world, mother, {
    to: wife,
    on: weekly(6),
    share: 80,
    yuan: [600, 1_000],
    words: ['家用', ''],
    hours: [20, 23],
  })
  follow(world, older, {
    to: father,
    on: daily,
    share: 40,
    yuan: [300, 1_800],
    words: ['今天收的', ''],
    hours: [21, 23],
  })
  follow(world, younger, {
    to: father,
    on: daily,
    share: 30,
    yuan: [200, 900],
    words: ['今天收的', ''],
    hours: [21, 23],
  })
  follow(world, helper, {
    to: [payee[36]!, payee[42]!],
    on: weekly(0),
    share: 70,
    yuan: [200, 600],
    words: ['寄回家', ''],
    hours: [9, 21],
  })
  follow(world, wife, {
    to: groups.stall,
    on: weekly(5),
    share: 20,
    yuan: [10, 50],
    words: ['辛苦啦'],
    hours: [20, 23],
    count: 5,
  })
}

/** Shifts put their sends at any hour of the night; who swaps a shift pays for it. */
export function wardLife(world: SeventhWorld, { of: { ward }, groups }: Cast): void {
  splitBills(world, ward, daily, 40, [14, 52], ['外卖', '', '夜宵', '奶茶'])
  for (const one of ward) {
    follow(world, one, {
      to: ward,
      on: daily,
      share: 6,
      yuan: [15, 90],
      bill: true,
      words: ['', '夜宵', '代拿快递'],
      hours: [0, 6],
    })
    follow(world, one, {
      to: ward,
      on: weekly(0, 4),
      share: 14,
      yuan: [200, 200],
      words: ['换班', '替班费'],
      hours: [7, 23],
    })
    follow(world, one, {
      to: [groups.ward, groups.nights],
      on: daily,
      share: 1,
      yuan: [20, 60],
      words: ['夜班平安', '辛苦了'],
      hours: [0, 23],
      count: 8,
    })
  }
}
