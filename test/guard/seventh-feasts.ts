/** The season's feasts: Qingming shares and packets, May's weddings, mothers, the twentieth of May, the dragon boats. */

import { sendersOf, type Cast } from './seventh-cast.ts'
import { later, pay } from './seventh-pay.ts'
import {
  dragonBoat,
  fiveTwenty,
  mayDay,
  moment,
  mothersDay,
  qingming,
  type SeventhWorld,
} from './seventh-world.ts'

export function withFeasts(world: SeventhWorld, cast: Cast): void {
  clanShares(world, cast)
  wedding(world, cast)
  gifts(world, cast)
  groupRounds(world, cast)
}

/** Everybody of the clan pays one sum to who keeps the book, twice a season, some for a brother as well. */
function clanShares(world: SeventhWorld, { of: { clan, stall, payee } }: Cast): void {
  const { chance } = world
  const kin = [...clan, ...stall.slice(0, 4)]
  for (const [feast, keeper, yuan, words] of [
    [qingming, clan[0]!, 300, '清明份子'],
    [dragonBoat, clan[1]!, 200, '龙舟份子'],
  ] as const) {
    for (const one of kin) {
      if (one === keeper) continue
      const at = moment(feast - chance.whole(1, 8), chance.whole(480, 1_300))
      pay(world, one, keeper, yuan * 100, at, { words: chance.percent(70) ? words : '' })
      if (chance.percent(18))
        pay(world, one, keeper, yuan * 100, later(at, chance.whole(2, 90)), { words: '替弟弟的' })
    }
    pay(world, keeper, payee[feast === qingming ? 50 : 52]!, yuan * 900, moment(feast - 1, 600), {
      words: feast === qingming ? '祭祖用' : '龙舟赞助',
    })
  }
}

/** An office wedding on May Day: gifts of lucky sums to somebody many never paid. */
function wedding(world: SeventhWorld, { of: { office, ward } }: Cast): void {
  const { chance } = world
  for (const [pair, circle] of [
    [office[6]!, office],
    [ward[7]!, ward],
  ] as const)
    for (const one of circle)
      if (one !== pair && chance.percent(85)) {
        const at = moment(mayDay - chance.whole(0, 5), chance.whole(500, 1_380))
        pay(world, one, pair, chance.pick([200, 300, 520, 600, 666, 888, 1_000]) * 100, at, {
          words: chance.pick(['新婚快乐', '百年好合', '']),
        })
      }
}

function gifts(world: SeventhWorld, cast: Cast): void {
  const { chance } = world
  const { payee } = cast.of
  for (const one of sendersOf(cast)) {
    const mother = payee[chance.pick([36, 38, 39])]!
    const circle = cast.of[world.circleOf.get(one)!]!
    if (chance.percent(45))
      pay(
        world,
        one,
        mother,
        chance.pick([88, 199, 520, 666, 888]) * 100,
        moment(mothersDay, chance.whole(420, 1_400)),
        { words: '母亲节快乐', packet: true },
      )
    const sweet = chance.pick(circle)
    if (sweet !== one && chance.percent(25))
      pay(
        world,
        one,
        sweet,
        chance.pick([5_200, 5_200, 52_000, 131_400, 1_314]),
        moment(fiveTwenty, chance.whole(0, 1_400)),
        { words: chance.pick(['', '520', '爱你']), packet: true },
      )
    for (let left = chance.whole(1, 4); left > 0; left--) {
      const friend = chance.pick(circle)
      if (friend !== one)
        pay(
          world,
          one,
          friend,
          chance.pick([66, 88, 100, 188, 200]) * 100,
          moment(chance.whole(2, 95), chance.whole(480, 1_420)),
          { words: chance.pick(['生日快乐', '生日快乐', '早日康复', '乔迁之喜']), packet: true },
        )
    }
    if (chance.percent(40))
      for (const kin of chance.some(payee.slice(36, 43), 2))
        pay(world, one, kin, chance.pick([100, 200]) * 100, moment(dragonBoat, chance.whole(400, 1_300)), {
          words: '端午安康',
          packet: true,
        })
  }
}

/** Packets that follow one another in the groups on a feast. */
function groupRounds(world: SeventhWorld, { groups }: Cast): void {
  const { chance } = world
  const sums = [20, 50, 66, 88, 100]
  for (const [day, words] of [
    [qingming + 1, '平安回来'],
    [mayDay, '五一快乐'],
    [fiveTwenty, '520快乐'],
    [dragonBoat, '端午安康'],
    [dragonBoat, '粽子节快乐'],
  ] as const)
    for (const id of Object.values(groups)) {
      const members = world.groups.find((one) => one.id === id)!.members
      const at = moment(day, chance.whole(540, 1_260))
      for (const one of chance.some(members, Math.min(members.length, chance.whole(2, 5))))
        pay(world, one, id, chance.pick(sums) * 100, later(at, chance.whole(0, 40)), {
          words,
          count: Math.min(members.length, 10),
          equal: chance.percent(10),
        })
    }
}
