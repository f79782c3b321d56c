/** Young couples and their parents: errands, sweet sums, an allowance, money for a house. */

import { couples, families } from './eighth-cast.ts'
import {
  among,
  daily,
  follow,
  monthly,
  once,
  priced,
  resting,
  roundly,
  someDay,
  weekly,
} from './eighth-pay.ts'
import { knows, moment, who, type EighthWorld } from './eighth-world.ts'

/** Two who live together, and their parents: errands, sweet sums, what one earns and the other keeps. */
export function couplesOf(world: EighthWorld): void {
  const { chance } = world
  for (const pair of couples) {
    const [left, right] = pair.map((name) => who(world, name))
    for (const [id, other] of [
      [left!, right!],
      [right!, left!],
    ] as const) {
      knows(
        world,
        id,
        other,
        chance.percent(60) ? chance.pick(['老公', '老婆', '宝', '亲爱的']) : null,
        'family',
      )
      follow(world, id, {
        to: other,
        on: daily,
        share: chance.whole(6, 17),
        sum: priced(6, 220),
        words: ['菜钱', '奶茶', '快递', '爱你', '家里用'],
        hours: [8, 24],
      })
      follow(world, id, {
        to: other,
        on: resting,
        share: 6,
        sum: among(5.2, 13.14, 52, 52, 99, 131.4),
        words: ['爱你', '么么', '晚安'],
        hours: [8, 24],
        packet: true,
      })
      if (chance.percent(60))
        follow(world, id, {
          to: other,
          on: monthly(12),
          share: 90,
          sum: roundly(1000, 4500, 500),
          words: ['工资上交', '房贷'],
          hours: [9, 23],
        })
    }
  }
  for (const family of families) kinOf(world, family)
  world.renames.push({ id: who(world, '叶婷婷'), name: '叶子', at: moment(50, 700) })
  world.renames.push({ id: who(world, '袁超'), name: '超哥跑腿', at: moment(61, 800) })
}

/** A grown child and a parent, either way. */
function kinOf(world: EighthWorld, [child, parent]: readonly [string, string]): void {
  const { chance } = world
  const [from, to] = [who(world, child), who(world, parent)]
  knows(world, from, to, chance.pick(['妈妈', '爸', '老妈', '老爸']), 'family')
  knows(world, to, from, chance.pick(['儿子', '闺女', null]), 'family')
  follow(world, from, {
    to,
    on: weekly(5),
    share: 35,
    sum: roundly(100, 1000, 100),
    words: ['生活费', '买菜', '体检'],
    hours: [8, 22],
  })
  follow(world, to, {
    to: from,
    on: weekly(6),
    share: 20,
    sum: among(50, 100, 200, 200),
    words: ['给孩子的', '买水果'],
    hours: [7, 20],
    packet: true,
  })
  if (chance.percent(40))
    once(
      world,
      to,
      {
        to: from,
        sum: roundly(3000, 30000, 1000),
        words: ['装修', '看车的钱', '彩礼', '还房贷'],
        hours: [9, 20],
      },
      someDay(world, 14),
    )
}
