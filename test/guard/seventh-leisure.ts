/** What the seventh crowd means to send beside its work: badminton, the class of the children, the clan. */

import type { Cast } from './seventh-cast.ts'
import { daily, follow, monthly, onDays, pay, weekly } from './seventh-pay.ts'
import { splitBills } from './seventh-split.ts'
import { moment, nameOf, type SeventhWorld } from './seventh-world.ts'

export function clubLife(world: SeventhWorld, { of: { club, office, payee }, groups }: Cast): void {
  const wednesday = [...club, ...office.slice(4, 7)]
  splitBills(world, wednesday, weekly(2), 92, [25, 45], ['羽毛球', '场地费', '', '球费'])
  splitBills(world, [...club.slice(0, 5), office[5]!], weekly(6), 85, [30, 55], ['球费', '周日球费', ''])
  splitBills(world, club, weekly(2, 6), 35, [40, 120], ['宵夜', '球拍线', '撸串'])
  follow(world, club[0]!, {
    to: payee[10]!,
    on: weekly(1, 5),
    share: 90,
    yuan: [240, 240],
    words: ['周三场地', '订场'],
    hours: [10, 20],
  })
  follow(world, club[3]!, {
    to: payee[11]!,
    on: weekly(3),
    share: 85,
    yuan: [150, 150],
    words: ['私教课'],
    hours: [17, 22],
  })
  follow(world, club[1]!, {
    to: groups.club,
    on: weekly(2),
    share: 35,
    yuan: [20, 66],
    words: ['打球的来', '冠军请客'],
    hours: [21, 23],
    count: 8,
  })
}

/** Lessons by name of the teacher, and whatever the committee collects. */
export function parentsLife(world: SeventhWorld, { of: { parents, payee }, groups }: Cast): void {
  const { chance } = world
  for (const one of parents) {
    const fee = chance.pick([120, 150, 180, 200])
    const teachers = chance.some([13, 12, 14, 17, 20], 2).map((at) => payee[at]!)
    follow(world, one, {
      to: teachers[0]!,
      on: weekly(chance.whole(0, 6)),
      share: 90,
      yuan: [fee, fee],
      words: ['课费', '这周的课', ''],
      hours: [17, 21],
    })
    follow(world, one, {
      to: teachers[1]!,
      on: monthly(0),
      share: 90,
      yuan: [fee * 4, fee * 4],
      words: ['本月学费'],
      hours: [17, 21],
    })
    follow(world, one, {
      to: payee[15]!,
      on: monthly(-2),
      share: 90,
      yuan: [850, 850],
      words: ['托管费'],
      hours: [8, 21],
    })
    follow(world, one, {
      to: parents,
      on: daily,
      share: 9,
      yuan: [8, 130],
      bill: true,
      words: ['', '代买的书', '车费', '蛋糕', '谢谢', '拼团'],
      hours: [8, 22],
    })
    classCosts(world, parents, one)
  }
  for (const one of parents.slice(0, 3))
    follow(world, one, {
      to: [groups.committee, groups.parents],
      on: weekly(4),
      share: 22,
      yuan: [20, 60],
      words: ['大家辛苦了', '周末愉快'],
      hours: [18, 22],
      count: 8,
    })
}

/** What the committee collects of one parent; the child's name is in the words. */
function classCosts(world: SeventhWorld, parents: readonly string[], one: string): void {
  const { chance } = world
  for (const [day, yuan, words] of [
    [9, 50, '班费'],
    [37, 85, '春游'],
    [66, 38, '书费'],
    [81, 66, '六一服装'],
  ] as const)
    if (one !== parents[0] && chance.percent(93))
      pay(world, one, parents[0]!, yuan * 100, moment(day + chance.whole(0, 1), chance.whole(480, 1_320)), {
        words: `${nameOf(world, one).slice(0, 2)}${words}`,
      })
}

export function clanLife(world: SeventhWorld, { of: { clan, payee }, groups }: Cast): void {
  for (const one of clan) {
    follow(world, one, {
      to: clan,
      on: daily,
      share: 8,
      yuan: [50, 800],
      words: ['', '代买', '茶叶钱', '还你', '药费'],
      hours: [7, 22],
    })
    follow(world, one, {
      to: payee[51]!,
      on: onDays(9, 24, 39, 53, 68, 83),
      share: 60,
      yuan: [20, 100],
      words: ['香油钱', ''],
      hours: [6, 11],
    })
    follow(world, one, {
      to: groups.clan,
      on: weekly(6),
      share: 9,
      yuan: [20, 100],
      words: ['大家好运', '恭喜发财，大吉大利'],
      hours: [9, 21],
      count: 10,
    })
  }
}
