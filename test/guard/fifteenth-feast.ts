/** The feasts of the fifteenth crowd: the New Year, the Spring Festival, the lanterns, two days for lovers. */

import { circles, idsOf, kin } from './fifteenth-cast.ts'
import { pay } from './fifteenth-pay.ts'
import { eve, lanterns, moment, newYearsDay } from './fifteenth-calendar.ts'
import type { FifteenthWorld } from './fifteenth-world.ts'

const greetings = ['新年快乐', '恭喜发财，大吉大利', '羊年大吉', '阖家幸福', '万事如意', '抢到就是赚到', '']

/** All of them. */
export function withFeasts(world: FifteenthWorld): void {
  const { groups, chance } = world
  for (const { id, members } of groups) {
    const senders = members.filter((one) => world.hands.has(one))
    const isFamily = senders.length < 5 && members.length < 17
    rounds(world, id, senders, newYearsDay - 1, 15)
    rounds(world, id, senders, eve, isFamily ? 90 : 40)
    rounds(world, id, senders, eve + 1, isFamily ? 45 : 20)
    rounds(world, id, senders, lanterns, 15)
    // Anyone may throw something in, on any evening.
    for (let n = chance.whole(0, 4); n > 0; n -= 1) rounds(world, id, senders, chance.whole(0, 83), 30)
  }
  toKin(world)
  toChildren(world)
  for (const [one, other] of [
    ['h1', 'n1'],
    ['h5', 'n2'],
    ['h8', 'n7'],
    ['u3', 'u7'],
  ] as const)
    for (const day of [48, 70])
      if (chance.percent(75))
        pay(
          world,
          one,
          other,
          chance.pick([5_200, 52_000, 13_140, 131_400, 8_800]),
          moment(day, chance.whole(420, 1_380)),
          {
            words: chance.pick(['情人节快乐', '爱你', '老婆节日快乐', '']),
          },
        )
}

/** Who draws most sends next, as in every group; a round ends when somebody is tired of it. */
function rounds(
  world: FifteenthWorld,
  group: string,
  senders: readonly string[],
  day: number,
  share: number,
): void {
  const { chance } = world
  if (!chance.percent(share)) return
  const first = chance.whole(1_080, 1_400)
  const among = chance.some(senders, chance.whole(1, Math.min(5, senders.length)))
  let minutes = first
  for (const id of [...among, ...(chance.percent(35) ? among : [])]) {
    const fen = chance.pick([600, 880, 1_000, 1_000, 2_000, 2_000, 5_000, 6_600, 8_800, 10_000, 20_000])
    pay(world, id, group, fen, moment(day, minutes), {
      words: chance.pick(greetings),
      count: chance.pick([5, 6, 8, 10, 20]),
    })
    minutes += chance.whole(1, 12)
  }
}

/** What goes up to parents and down to children, and between man and wife. */
function toKin(world: FifteenthWorld): void {
  const { chance } = world
  for (const [one, other, theirs] of kin) {
    const isElder = /爸|妈|婆/.test(theirs)
    const day = eve - chance.whole(0, 4)
    const at = moment(day, chance.whole(540, 1_400))
    if (isElder && one.startsWith('u')) {
      pay(
        world,
        other,
        one,
        chance.pick([600, 800, 1_000, 2_000]) * 100,
        moment(eve, chance.whole(1_140, 1_420)),
        {
          words: '压岁钱',
        },
      )
    } else if (isElder) {
      pay(world, one, other, chance.pick([1_000, 2_000, 2_000, 3_000, 6_000]) * 100, at, {
        words: chance.pick(['过年的钱', '爸妈新年快乐', '年货', '']),
      })
      if (chance.percent(25))
        pay(world, other, one, chance.pick([660, 1_000]) * 100, later2(at), {
          words: '给孩子的',
          packet: false,
        })
    } else if (chance.percent(60)) {
      pay(
        world,
        one,
        other,
        chance.pick([200, 520, 666, 888, 1_000]) * 100,
        moment(eve, chance.whole(1_100, 1_439)),
        {
          words: chance.pick(['新年快乐', '辛苦一年了', '']),
        },
      )
    }
  }
}

const later2 = (at: number): number => at + 3 * 3_600_000

/** To friends' children by way of their parents, once or twice; what came is given back in kind. */
function toChildren(world: FifteenthWorld): void {
  const { chance, friends } = world
  const grown = circles.filter((kind) => kind !== 'campus').flatMap((kind) => idsOf(kind))
  for (const id of grown) {
    if (id === 'h2') continue
    for (const one of chance.some(friends.get(id)!, chance.whole(0, 3))) {
      const fen = chance.pick([100, 200, 200, 300, 500]) * 100
      const at = moment(eve + chance.whole(0, 5), chance.whole(540, 1_380))
      const words = chance.pick(['给宝宝的压岁钱', '孩子压岁钱', '新年快乐', ''])
      pay(world, id, one, fen, at, { words })
      // One for each of two children.
      if (chance.percent(12))
        pay(world, id, one, fen, at + chance.whole(20, 300) * 1_000, { words: '老二的' })
      if (chance.percent(40)) pay(world, one, id, fen, at + chance.whole(5, 900) * 60_000, { words: '同乐' })
    }
  }
  // The head nurse's, the owner's and the coaches' greetings, each to several, of one sum.
  for (const [id, kind, fen] of [
    ['n7', 'ward', 6_600],
    ['s1', 'street', 8_800],
    ['d1', 'school', 1_880],
  ] as const)
    for (const one of idsOf(kind))
      if (one !== id && chance.percent(80))
        pay(world, id, one, fen, moment(eve + 1, chance.whole(480, 700)), { words: '新春快乐', packet: true })
}
