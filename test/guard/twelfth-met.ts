/** The people whom somebody of the twelfth crowd pays once. */

import { anyName } from './twelfth-cast.ts'
import { bill, later, pay } from './twelfth-pay.ts'
import { addPerson, days, moment, type TwelfthWorld } from './twelfth-world.ts'

const met = [
  '',
  '',
  '',
  '定金',
  '修手机',
  '搬家',
  '开锁',
  '拼车',
  '代驾',
  '家教试课',
  '修鞋',
  '摆渡',
  '民宿',
  '土鸡蛋',
]

/** People met once, mostly for little. */
export function withStrangers(world: TwelfthWorld, id: string): void {
  const { chance } = world
  for (let n = chance.whole(2, 4); n > 0; n -= 1) {
    const stranger = addPerson(world, anyName(chance, chance.percent(30)))
    const fen = chance.percent(10) ? bill(world, 700, 5_200) : bill(world, 8, 280)
    const at = moment(chance.whole(0, days - 1), chance.whole(470, 1_400))
    const words = chance.pick(met)
    pay(world, id, stranger, fen, at, words, { packet: false })
    // The rest of a price, ten times what was put down at times.
    if (words === '定金' || chance.percent(6))
      pay(
        world,
        id,
        stranger,
        fen * chance.pick([1, 2, 4, 9, 10]),
        later(at, chance.whole(60, 9_000)),
        '尾款',
        { packet: false },
      )
  }
}
