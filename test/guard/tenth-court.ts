/** What the badminton club sends: the hall, the coach, supper after it, and each one's days. */

import { idsOf } from './tenth-cast.ts'
import { later, pay, splitBill } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { days, moment, type TenthWorld } from './tenth-world.ts'

const rows = [
  'jing > coach | w 3 | 85 | 150 150 300 | 私教课, | 18-22',
  'bo > coach | w 6 | 70 | 150 | 课时费, | 10-20',
  'min > coach | d 15 60 | 100 | 1400 1500 | 十节课 | 12-21',
  'coach > hall | w 0 2 4 6 | 80 | 60 90 120 180 | | 9-21',
  'coach > landlordA ride strings | w 2 | 40 | 40..600 | | 9-21',
  'old > g-court g-saturday | w 5 | 42 | 20 50 88 100 | 周末打球,老谭请喝水,热身一下 | 9-20 | x10',
  'captain > g-court g-tuesday g-saturday | d 9 33 62 68 | 100 | 100 200 | 比赛加油,恭喜夺冠, | 11-21 | x12',
  'bo > g-after | w 1 | 20 | 5 6.6 10 | 谁请客, | 21-23 | x3',
  'captain > leiC | daily | 6 | 99..300 | 球,买球, | 10-22',
  'gao > nanny | w 3 | 85 | 180 | | 10-20',
  'xia > friendB | daily | 8 | 10..180 | ,电影票,爱你 | 11-23',
  'leiC > jing | daily | 14 | 13.14 20 52 66 99 | ,奶茶,早点睡 | 9-23 | packet',
  'jing > leiC | daily | 7 | 9..160 | ,打车,饭钱 | 9-23',
  'min > classmate | daily | 5 | 20..240 | ,拼单 | 10-22',
  'bo > landlordB | m 20 | 100 | 3100 | 房租, | 8-22',
]

/** The season of the club. */
export function withCourt(world: TenthWorld): void {
  const { chance } = world
  for (let week = 0; week < days / 7; week += 1) {
    if (chance.percent(92)) withHall(world, 'g-tuesday', week * 7 + 1)
    if (chance.percent(92)) withHall(world, 'g-saturday', week * 7 + 5)
  }
  follow(world, rows)
  for (const id of idsOf('court'))
    follow(world, [
      `${id} > coffee mart greens fruit barber | daily | ${chance.whole(10, 30)} | 8..140 | | 8-22`,
      `${id} > strings | daily | 3 | 60 75 90 150 | 穿线, | 12-21`,
    ])
  const eaters = ['leiC', 'jing', 'bo', 'xia', 'min', 'captain']
  for (let n = 0; n < 10; n += 1) {
    const at = moment(chance.whole(0, 12) * 7 + chance.pick([1, 5]), 1_320)
    splitBill(world, eaters, chance.pick(['bbq', 'hotpot', 'noodle']), at, [26, 88], '夜宵,球后干饭,,AA')
  }
}

/** One books the hall, the others send their part; it is nearly the same each week. */
function withHall(world: TenthWorld, id: string, day: number): void {
  const { chance, groups, hands } = world
  const regulars = groups.find((one) => one.id === id)!.members.filter((one) => hands.has(one))
  const booker = chance.percent(75) ? 'captain' : chance.pick(regulars)
  const players = regulars.filter((one) => one !== booker && chance.percent(75))
  const each = chance.pick([2_800, 3_000, 3_000, 3_200, 3_500, 4_000])
  const at = moment(day, 1_290)
  pay(world, booker, 'hall', each * (players.length + 1), at - 3_600_000 * chance.whole(3, 13))
  for (const one of players) {
    // Whoever brings a friend pays for both.
    const heads = chance.percent(9) ? 2 : 1
    const words = `场地费,,羽毛球,${Math.floor(day / 7) + 9}周场地`
    pay(world, one, booker, each * heads, later(at, chance.whole(1, 400)), words)
  }
}
