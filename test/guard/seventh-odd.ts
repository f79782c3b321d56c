/** What looks odd among the seventh crowd's sends and is not. */

import type { Cast } from './seventh-cast.ts'
import { later, pay } from './seventh-pay.ts'
import { days, moment, nameOf, type SeventhWorld } from './seventh-world.ts'

/** What looks odd and is not: strangers, large sums once, one sum twice on purpose, paying for others, money passed on. */
export function oddities(world: SeventhWorld, { of }: Cast, one: string): void {
  const { chance } = world
  const circle = of[world.circleOf.get(one)!]!.filter((other) => other !== one)
  const at = () => moment(chance.whole(1, days - 2), chance.whole(420, 1_380))
  const stranger = () =>
    of.payee[chance.pick([7, 8, 9, 16, 23, 24, 25, 28, 34, 35, 43, 44, 45, 46, 47, 48, 49, 53, 54])]!
  for (let left = chance.whole(3, 9); left > 0; left--)
    pay(world, one, stranger(), chance.whole(800, 60_000), at(), {
      words: chance.pick(['', '', '订金', '运费', '尾款']),
    })
  for (let left = chance.whole(0, 2); left > 0; left--)
    pay(world, one, chance.pick([...circle, stranger()]), chance.whole(20, 180) * 10_000, at(), {
      words: chance.pick(['', '借你', '装修款', '押金', '周转一下']),
    })
  for (let left = chance.whole(1, 3); left > 0; left--) {
    const [sum, to, when] = [
      chance.whole(5, 90) * 100,
      chance.pick([of.payee[chance.pick([4, 18, 27, 31])]!, chance.pick(circle)]),
      at(),
    ]
    pay(world, one, to, sum, when, { words: '' })
    pay(world, one, to, sum, later(when, chance.whole(2, 400)), {
      words: chance.pick(['', '再来一份', '帮小李付的', '第二份']),
    })
  }
  for (let left = chance.whole(0, 3); left > 0; left--) {
    const [from, to] = chance.some(circle, 2) as [string, string]
    const [sum, when] = [chance.whole(30, 900) * 100, at()]
    pay(world, from, one, sum, when, { words: `转给${nameOf(world, to)}` })
    pay(world, one, to, sum, later(when, chance.whole(3, 600)), {
      words: chance.percent(50) ? `${nameOf(world, from)}给你的` : '',
    })
  }
}
