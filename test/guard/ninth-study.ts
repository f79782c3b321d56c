/** The laboratory in the ninth crowd: meals in halves, tea ordered by one, things bought for the work, lending. */

import { idsOf } from './ninth-cast.ts'
import { bill, daily, follow, later, monthly, pay, splitBill, weekly } from './ninth-pay.ts'
import { days, moment, type NinthWorld } from './ninth-world.ts'

/** Lays out the students' weeks. */
export function withStudy(world: NinthWorld): void {
  const { chance } = world
  const lab = idsOf('lab')
  const eaters = lab.slice(0, 6)
  for (let day = 0; day < 75; day += 1) {
    if (chance.percent(30)) {
      const at = moment(day, chance.pick([chance.whole(690, 760), chance.whole(1_040, 1_290)]))
      splitBill(
        world,
        eaters,
        chance.pick(['c-rice', 'c-kill', 'c-rice']),
        at,
        ['饭钱', '火锅AA', '晚饭', ''],
        [16, 85],
      )
    }
    if (chance.percent(38)) teaFor(world, lab, day)
    if (chance.percent(13))
      pay(
        world,
        chance.pick(eaters),
        'q-lab2',
        chance.whole(2, 24) * 100,
        moment(day, chance.whole(600, 1_430)),
        {
          count: chance.whole(3, 6),
          words: chance.pick(['手气最佳请奶茶', '', '谁抢谁打水']),
        },
      )
  }
  for (const id of lab) {
    follow(world, id, ['lab-8', weekly(0), 9, [12, 480], [9, 23], ['试剂', '测试费', '打印报销', '版面费']])
    follow(world, 'lab-8', [id, monthly(15), 92, [400, 600, 800], [10, 22], ['劳务', '补助']])
    follow(world, id, ['c-copy', weekly(1, 4), 14, [2, 18], [9, 22]])
    follow(world, id, [lab, daily, 4, [5, 120], [10, 24], ['还你', '', '代取', '会员拼车', '车票']])
  }
  for (const [one, other] of [
    ['lab-1', 'lab-4'],
    ['lab-3', 'lab-7'],
  ] as const) {
    follow(world, one, [other, weekly(6), 50, [15, 15, 25], [18, 23], ['视频会员', '']])
    follow(world, other, [one, weekly(2), 40, [9.9, 13.5, 19.8], [18, 23], ['拼单']])
  }
}

/** One orders for several, who pay what theirs cost. */
function teaFor(world: NinthWorld, lab: readonly string[], day: number): void {
  const { chance } = world
  if (day >= days) return
  const [buyer, ...others] = chance.some(lab, chance.whole(2, 5))
  const at = moment(day, chance.whole(800, 1_260))
  pay(world, buyer!, 'c-tea', bill(world, 20, 90), at)
  for (const id of others) {
    const words = chance.pick(['奶茶', '奶茶钱', ''])
    pay(
      world,
      id,
      buyer!,
      chance.whole(8, 26) * 100 - chance.pick([0, 10, 50]),
      later(at, chance.whole(0, 300)),
      { words },
    )
  }
}
