/** The feasts: the Double Ninth, the solstice, Christmas Eve, the turn of the year, Laba, and three weddings. */

import { kinship, quarters, idsOf } from './sixth-cast.ts'
import { chanceWord } from './sixth-words.ts'
import { pay, thereIn } from './sixth-pay.ts'
import { christmasEve, doubleNinth, laba, moment, newYear, solstice, type SixthWorld } from './sixth-world.ts'

const lucky = [6.6, 8.8, 18, 20, 50, 66, 66.66, 88, 88.88, 100, 168, 188, 200]

/** Everything that is sent because of the date. */
export function withFeasts(world: SixthWorld): void {
  withElders(world)
  withSolstice(world)
  withApples(world)
  withNewYear(world)
  withLaba(world)
  withWeddings(world)
  withFunerals(world)
  for (let day = 3; day < newYear; day += world.chance.whole(4, 8)) {
    const group = world.chance.pick(world.groups).id
    withRound(world, group, day, world.chance.whole(18 * 60, 22 * 60), [
      '谁去开门',
      '先到先得',
      '生日快乐',
      '',
    ])
  }
}

/** The Double Ninth: a sum to father, mother, or an old neighbour. */
function withElders(world: SixthWorld): void {
  const { chance } = world
  for (const { child, parent, childSays } of kinship) {
    if (child.startsWith('u') || !chance.percent(75)) continue
    const fen = chance.pick([99, 199, 200, 500, 666, 999]) * 100
    const words = chance.pick([`${childSays}，重阳快乐`, '重阳节快乐', '健康长寿', ''])
    pay(world, child, parent, fen, moment(doubleNinth, chance.whole(420, 1_290)), { words })
  }
}

/** The solstice: dumplings, packets in the families' groups, and the shop full of those who paid in advance. */
function withSolstice(world: SixthWorld): void {
  const { chance } = world
  for (const group of ['g-zhao', 'g-guan', 'g-wang', 'g-sisters', 'g-street', 'g-fleet', 'g-yard'])
    withRound(world, group, solstice, chance.whole(1_020, 1_260), ['冬至快乐', '吃饺子啦', '冬至安康'])
  const guests = [...idsOf('taxi'), ...idsOf('school'), 'y3', 'y8', 'y10', 'm8', 'm9', 'm10']
  for (const id of chance.some(guests, 16))
    pay(world, id, 'm5', chance.whole(30, 130) * 100, moment(solstice, chance.whole(600, 1_200)), {
      words: chance.pick(['冬至饺子', '饺子', '订的饺子', '']),
    })
}

/** Christmas Eve among the young: apples, small packets to those one likes. */
function withApples(world: SixthWorld): void {
  const { chance } = world
  const young = [...idsOf('away'), 's3', 's5', 's6', 't9', 'm9']
  for (let n = 0; n < 24; n += 1) {
    const [from, to] = chance.some(young, 2)
    const fen = chance.pick([5.2, 6.66, 8.88, 12.25, 13.14, 20, 52, 52, 131.4]) * 100
    const at = moment(christmasEve, chance.whole(1_000, 1_435))
    pay(world, from!, to!, Math.round(fen), at, {
      words: chance.pick(['平安夜快乐', '苹果', '🍎', '']),
      packet: true,
    })
  }
}

/** A packet in a group, and now and then the next from one of those who opened it. */
function withRound(
  world: SixthWorld,
  groupId: string,
  day: number,
  minutes: number,
  words: readonly string[],
): void {
  const { chance } = world
  const senders = thereIn(world, groupId, moment(day, minutes)).filter((id) => world.wordy.has(id))
  let at = minutes
  for (const from of chance.some(senders, Math.min(senders.length, 1 + chance.early(7)))) {
    const fen = chance.pick([10, 18, 20, 20, 30, 50, 50, 66, 88, 100, 188, 200]) * 100
    const count = chance.pick([3, 5, 5, 6, 8, 10, 20])
    pay(world, from, groupId, fen, moment(day, at), { words: chance.pick(words), count })
    at = Math.min(1_438, at + chance.whole(1, 25))
  }
}

/** The last evening of the year and the first day: every group, every family, and friends among themselves. */
function withNewYear(world: SixthWorld): void {
  const { chance, groups } = world
  for (const { id } of groups) {
    withRound(world, id, newYear - 1, chance.whole(1_080, 1_320), ['跨年快乐', '新年快乐', '元旦快乐'])
    if (chance.percent(60)) withRound(world, id, newYear, chance.whole(480, 1_260), ['元旦快乐', '2028大吉'])
  }
  for (const { child, parent, parentSays, childSays } of kinship) {
    const isYoung = child.startsWith('u')
    const at = moment(newYear, chance.whole(420, 1_300))
    const fen = chance.pick([100, 200, 200, 500, 666, 888, 1_000]) * 100
    if (isYoung && chance.percent(85)) pay(world, parent, child, fen, at, { words: `${parentSays}新年快乐` })
    if (!isYoung && chance.percent(70))
      pay(world, child, parent, fen, at, { words: `${childSays}，元旦快乐` })
  }
  for (const quarter of quarters)
    for (let n = 0; n < 16; n += 1) {
      const [from, to] = chance.some(idsOf(quarter), 2)
      const at = moment(newYear - chance.whole(0, 1), chance.whole(480, 1_430))
      const fen = Math.round(chance.pick(lucky) * 100)
      pay(world, from!, to!, fen, at, {
        words: chance.pick(['新年快乐', '元旦快乐', '🎉', '']),
        packet: true,
      })
    }
}

/** Laba: garlic, rice and beans for the porridge, and some who send a packet for it. */
function withLaba(world: SixthWorld): void {
  const { chance } = world
  const buyers = [...idsOf('yard'), 's1', 's2', 's4', 's7', 's9', 'm5', 'm7', 'm10', 't9']
  for (const id of buyers) {
    if (!chance.percent(72)) continue
    const at = moment(laba - chance.whole(0, 2), chance.whole(430, 1_080))
    const words = chance.pick(['腊八米', '腊八蒜', '八宝米', ''])
    pay(world, id, chance.pick(['m4', 'm4', 'm3']), chance.whole(12, 68) * 100, at, { words })
  }
  for (const group of ['g-yard', 'g-zhao', 'g-guan', 'g-dance1', 'g-dance2'])
    withRound(world, group, laba, chance.whole(420, 720), ['腊八快乐', '喝粥啦', '过了腊八就是年'])
}

/** To a wedding and two first months everyone gives, most of them to somebody they never paid before. */
function withWeddings(world: SixthWorld): void {
  const { chance } = world
  const feasts: readonly [number, string, readonly string[], string][] = [
    [2, 't7', [...idsOf('taxi'), 'm5', 'm6', 'm8'], '份子'],
    [47, 's3', [...idsOf('school'), 'm9', 't3'], '份子'],
    [68, 'm12', [...idsOf('market'), 't5', 'y1', 'y2'], '满月'],
    [90, 't5', [...idsOf('taxi'), 'y4', 'm12', 'm5'], '份子'],
  ]
  for (const [day, host, guests, word] of feasts)
    for (const id of guests) {
      if (id === host || !chance.percent(86)) continue
      const at = moment(day, chance.whole(-700, 780))
      const fen = chance.pick([200, 200, 300, 300, 500, 500, 600, 800, 1_000]) * 100
      pay(world, id, host, fen, at, { words: chanceWord(chance, word), packet: false })
      // Who cannot come sends it with a friend, who gives for two.
      if (chance.percent(9))
        pay(world, id, host, chance.pick([200, 300, 500]) * 100, at + chance.whole(1, 9) * 60_000, {
          words: chance.pick(['替老王随的', '替单位同事带的', '我妈的那份']),
          packet: false,
        })
    }
}

/** A death in the yard and one in the fleet: uneven sums, few words. */
function withFunerals(world: SixthWorld): void {
  const { chance } = world
  for (const [day, host, circle] of [
    [34, 'y8', 'yard'],
    [63, 't8', 'taxi'],
  ] as const)
    for (const id of idsOf(circle)) {
      if (id === host || !chance.percent(80)) continue
      const fen = chance.pick([101, 201, 201, 301, 501]) * 100
      const at = moment(day, chance.whole(400, 1_300))
      pay(world, id, host, fen, at, { words: chanceWord(chance, '一份心意'), packet: false })
    }
}
