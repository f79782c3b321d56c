/** What each of the seventh crowd means to send for themselves: shops, rent and kin, then all that the circles add. */

import { sendersOf, type Cast } from './seventh-cast.ts'
import { clanLife, clubLife, parentsLife } from './seventh-leisure.ts'
import { oddities } from './seventh-odd.ts'
import { daily, follow, monthly } from './seventh-pay.ts'
import { officeLife, stallLife, wardLife } from './seventh-work.ts'
import { keep, type SeventhWorld } from './seventh-world.ts'

interface Shop {
  /** Which of those whom the crowd pays. */
  at: number
  yuan: readonly [number, number]
  words: readonly string[]
}

const shops: readonly Shop[] = [
  { at: 27, yuan: [5, 24], words: ['早餐', '', '面'] },
  { at: 4, yuan: [8, 60], words: ['水果', '', ''] },
  { at: 18, yuan: [10, 90], words: ['菜钱', '', '菜'] },
  { at: 19, yuan: [30, 260], words: ['海鲜', '', '鱼'] },
  { at: 26, yuan: [20, 110], words: ['米', '', '大米'] },
  { at: 29, yuan: [3, 45], words: ['', '', '水'] },
  { at: 30, yuan: [9, 130], words: ['团购', '接龙', ''] },
  { at: 31, yuan: [15, 180], words: ['团购', '', '接龙'] },
  { at: 32, yuan: [15, 150], words: ['', '芒果', '阿芳谢谢'] },
  { at: 33, yuan: [12, 190], words: ['药', '', ''] },
  { at: 3, yuan: [9, 22], words: ['咖啡', '', '拼单'] },
  { at: 5, yuan: [25, 60], words: ['理发', ''] },
  { at: 6, yuan: [80, 160], words: ['钟点工', '阿姨辛苦', ''] },
  { at: 16, yuan: [40, 300], words: ['', '修车'] },
]

export function withLife(world: SeventhWorld, cast: Cast): void {
  for (const one of sendersOf(cast)) ownLife(world, cast, one)
  officeLife(world, cast)
  stallLife(world, cast)
  clubLife(world, cast)
  parentsLife(world, cast)
  wardLife(world, cast)
  clanLife(world, cast)
  for (const one of sendersOf(cast)) oddities(world, cast, one)
}

/** A few shops drawn for one person: some send daily and some once a week. */
function ownLife(world: SeventhWorld, cast: Cast, one: string): void {
  const { chance } = world
  const often = chance.pick([4, 8, 8, 14, 20])
  for (const [rank, { at, yuan, words }] of chance.some(shops, 5).entries()) {
    const to = cast.of.payee[at]!
    const share = Math.max(2, Math.ceil((often * 2) / (rank + 1)))
    if (chance.percent(60)) keep(world, one, to, { alias: null, relation: null })
    follow(world, one, { to, on: daily, share, yuan, words, bill: chance.percent(75), hours: [7, 21] })
  }
  rentAndKin(world, cast, one)
}

function rentAndKin(world: SeventhWorld, { of: { payee } }: Cast, one: string): void {
  const { chance } = world
  if (chance.percent(45)) {
    const rent = chance.whole(14, 42) * 100
    const to = payee[chance.pick([0, 1, 2])]!
    keep(world, one, to, { alias: null, relation: 'other' })
    const on = monthly(chance.whole(-3, 1))
    follow(world, one, { to, on, share: 100, yuan: [rent, rent], words: ['房租'], hours: [9, 22] })
  }
  if (chance.percent(60)) {
    const kin = payee[chance.pick([36, 37, 38, 39, 40, 41, 42])]!
    keep(world, one, kin, { alias: null, relation: 'family' })
    const sum = chance.pick([300, 500, 800, 1_000, 2_000])
    const words = [chance.pick(['生活费', '买点好的', '给家里']), '']
    const on = monthly(chance.whole(0, 1))
    follow(world, one, { to: kin, on, share: 90, yuan: [sum, sum], words, hours: [8, 22] })
    follow(world, one, {
      to: kin,
      on: daily,
      share: 2,
      yuan: [20, 600],
      words: ['', '买药', '代付'],
      hours: [8, 23],
    })
  }
}
