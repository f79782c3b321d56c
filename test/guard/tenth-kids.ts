/** What the parents of the kindergarten class send, their teacher, and the dancing teacher. */

import { idsOf } from './tenth-cast.ts'
import { bill, later, pay, splitBill } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { feastDays, moment, type TenthWorld } from './tenth-world.ts'

const parents = idsOf('kids').filter((id) => id !== 'teacher')

const rows = [
  'duo > dance | m 6 | 100 | 960 | 舞蹈课,课时费,学费 | 9-21',
  'tang > dance | m 6 | 100 | 960 | 舞蹈课,课时费,学费 | 9-21',
  'chen > dance | m 8 | 100 | 960 880 | 舞蹈课,课时费,学费 | 9-21',
  'an > drawing | w 5 | 85 | 130 | 画画, | 9-12',
  'rui > english | d 12 73 | 100 | 4980 5200 | 续课 | 10-20',
  'hao > motherHao | m 1 | 100 | 2000 2000 3000 | 妈，家用, | 8-22',
  'duo > motherDuo | w 0 3 | 70 | 80..460 | 菜钱,,带朵朵辛苦啦 | 8-21',
  'tang > nanny | w 4 | 92 | 160 160 200 | 保洁, | 11-18',
  'chen > nanny | w 1 | 88 | 120 | | 11-18',
  'you > dance | d 20 50 | 100 | 300 | 悠悠试课 | 9-18',
  'mi > an chen | daily | 9 | 12..75 | 帮接娃打车钱,奶茶, | 15-21',
  'rui > hao | w 6 | 40 | 30..220 | 加油钱,,球票 | 10-21',
  'hao > hall | w 5 | 45 | 40 80 120 | | 17-20',
  'an > ex | w 2 | 22 | 30..260 | 代购, | 12-22',
  'teacher > milkTea lunch coffee | work | 40 | 9..40 | | 11-19',
  'teacher > landlordA | m 12 | 100 | 1350 | 房租 | 9-21',
  'teacher > motherYue | d 37 76 | 100 | 300 520 | 妈妈节日快乐 | 8-11',
  'dance > mart coffee landlordB photo | daily | 30 | 10..420 | | 9-21',
  'dance > landlordB | m 5 | 100 | 6800 | 场地租金 | 9-18',
  'dance > teacher | d 44 66 | 100 | 400 600 | 六一编排 | 10-20',
]

/** The season of the parents' circle. */
export function withKids(world: TenthWorld): void {
  const { chance } = world
  follow(world, rows)
  withBuys(world)
  for (const id of parents)
    follow(world, [
      `${id} > greens mart fruit coffee clinic | daily | ${chance.whole(12, 38)} | 7..180 | | 8-21`,
      `${id} > fruit | daily | 10 | 16..110 | 水果,,送到门岗 | 9-20`,
    ])
  for (const id of ['duo', 'tang', 'mi', 'chen', 'hao']) {
    const groups = id === 'mi' || id === 'hao' ? 'g-class' : 'g-class g-class-plain g-dance'
    const words = '节日快乐,谢谢老师,宝贝生日快乐,'
    follow(world, [`${id} > ${groups} | d 9 33 61 76 90 | 36 | 6.6 8.8 20 50 66 | ${words} | 9-21 | x8`])
  }
  follow(world, ['duo > g-mums | w 4 | 15 | 6.6 8.8 20 | 周五啦, | 14-19 | x3'])
  withReturned(world)
}

/** One orders for several and the others send her the sum; it is the same for all but who takes two. */
function withBuys(world: TenthWorld): void {
  const { chance } = world
  const goods = ['樱桃', '绘本', '防晒衣', '草莓', '园服', '班费', '亲子票', '鸡蛋', '毕业照押金', '手工材料']
  for (let n = 0; n < 24; n += 1) {
    const buyer = chance.pick(['duo', 'duo', 'tang', 'mi', 'chen'])
    const item = chance.pick(goods)
    const each = bill(world, 18, 190)
    const at = moment(chance.whole(1, 88), chance.whole(520, 1_260))
    const takers = chance.some(parents, chance.whole(3, 7)).filter((id) => id !== buyer)
    for (const id of takers) {
      const times = chance.percent(18) ? 2 : 1
      const wait = chance.percent(80) ? chance.whole(1, 240) : chance.whole(600, 2_600)
      const one = pay(world, id, buyer, each * times, later(at, wait), `${item},,${item}${times}份`)
      // Now and then one pays for another child too, in a send of its own.
      if (chance.percent(5))
        pay(world, id, buyer, each, one.at + 90_000, '帮安安带的,帮辰辰带的,帮小米粒带的')
    }
  }
  for (let n = 0; n < 9; n += 1) {
    const at = moment(chance.pick([6, 13, 27, 41, 55, 69, 83]), chance.whole(840, 1_150))
    const place = chance.pick(['hotpot', 'coffee', 'photo', 'drawing'])
    splitBill(world, parents, place, at, [30, 160], '遛娃,AA,午饭,,门票')
  }
}

/** What is left of the class money, and lessons that were not held. */
function withReturned(world: TenthWorld): void {
  const { chance } = world
  const each = bill(world, 11, 46)
  parents.forEach((id, n) => {
    if (id !== 'duo') pay(world, 'duo', id, each, moment(72, 1_215 + n * 2), '班费结余', { isReturn: true })
  })
  for (const id of ['tang', 'duo', 'chen']) {
    const at = moment(feastDays.graves + 1, chance.whole(600, 660))
    pay(world, 'dance', id, 12_000, at, '清明停课退费', { isReturn: true })
  }
}
