/** What those at home in Yilong send: school, fields, the neighbours' feasts; and the shops of the city. */

import { bill, later, pay } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { days, feastDays, moment, type TenthWorld } from './tenth-world.ts'

const atHome = [
  'masonWife > masonSon | w 6 | 85 | 150 200 200 250 | 生活费, | 14-19',
  'masonWife > tutor | w 5 | 80 | 120 | 补课费 | 10-13',
  'masonWife > seed greens villageClinic | daily | 18 | 8..160 | | 7-19',
  'tilerWife > tilerGirl | w 0 | 85 | 300 300 400 | 生活费 | 7-20',
  'tilerWife > school | m 3 | 100 | 620 | 陈雨欣 生活费 | 8-18',
  'tilerWife > greens mart seed | daily | 22 | 6..130 | | 7-19',
  'masonSon > milkTea noodle mart | daily | 28 | 4..32 | | 12-22',
  'tilerGirl > milkTea noodle tutor | daily | 24 | 4..45 | | 12-21',
  'tilerGirl > masonSon | daily | 5 | 5..40 | 奶茶钱, | 12-22',
  'oldTang > villageClinic seed greens | daily | 14 | 5..210 | | 7-18',
  'auntHe > villageClinic seed mart | daily | 12 | 5..180 | | 7-18',
  'auntHe > painter | d 30 75 | 100 | 600 1000 | 给孙女 | 9-18',
]

const shops = [
  'canteen > greens mart smoke | daily | 75 | 60..900 | ,菜钱 | 6-10',
  'canteen > nanny | w 6 | 90 | 700 | 工钱 | 19-21',
  'fruit > greens seed ride2 | daily | 55 | 80..2400 | ,车厘子货款,进货 | 5-11',
  'fruit > landlordB | m 8 | 100 | 5500 | 铺面 | 9-20',
  'hardware > boards lift fixer mart greens | daily | 35 | 15..2600 | ,进货 | 8-20',
]

/** The season of the families and of the shops. */
export function withHome(world: TenthWorld): void {
  const { chance, groups } = world
  follow(world, atHome)
  follow(world, shops)
  const village = groups.find(({ id }) => id === 'g-village')!.members
  for (const id of ['masonWife', 'oldTang', 'auntHe', 'mason', 'tiler', 'plumber', 'foreman'])
    for (let left = chance.whole(1, 3); left > 0; left -= 1) {
      const host = chance.pick(village.filter((one) => one !== id))
      const at = later(moment(chance.whole(4, days - 6), 700), chance.whole(0, 500))
      pay(world, id, host, chance.pick([20_000, 30_000, 50_000]), at, '随礼,恭喜,新婚大喜,满月酒,')
    }
  pay(world, 'oldTang', 'grave', 8_600, moment(feastDays.graves - 2, 560), '香烛')
  const clients = ['duo', 'tang', 'captain', 'xia', 'you', 'chen', 'an']
  for (let n = 0; n < 22; n += 1) {
    const at = moment(chance.whole(2, 89), chance.whole(560, 1_250))
    const seller = chance.pick(['fruit', 'fruit', 'canteen'])
    const words = '退差价,缺货退,,坏果赔付'
    pay(world, seller, chance.pick(clients), bill(world, 4, 60), at, words, { isReturn: true })
  }
}
