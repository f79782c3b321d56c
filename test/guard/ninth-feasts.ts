/** The feasts of the ninth crowd's winter: the solstice, the little year, New Year with its gifts, the lanterns; weddings. */

import { idsOf, kin, senders } from './ninth-cast.ts'
import { later, pay } from './ninth-pay.ts'
import { lanternDay, moment, newYearEve, type NinthWorld } from './ninth-world.ts'

const wishes = ['新年快乐', '龙马精神', '过年好', '压岁钱', '岁岁平安', '恭喜发财，大吉大利', '猴年吉祥']

/** Lays out the feasts. */
export function withFeasts(world: NinthWorld): void {
  for (const day of [44, 71, lanternDay]) withRound(world, day, 45)
  withRound(world, newYearEve, 100)
  withRound(world, newYearEve + 1, 60)
  betweenKin(world)
  toStaff(world)
  withWedding(world, 41, 'hill-3', [...idsOf('hill'), 'rail-3', 'rail-1', 'away-5', 'ice-4'])
  withWedding(world, 85, 'away-2', [
    'retired-1',
    'rail-4',
    'fungus-2',
    'fungus-4',
    'fungus-6',
    'away-1',
    'away-6',
  ])
}

/** Packets to groups on one evening, many within minutes. */
function withRound(world: NinthWorld, day: number, share: number): void {
  const { chance, groups } = world
  for (const group of groups) {
    const givers = group.members.filter((id) => senders.some((one) => one.id === id))
    for (const id of givers) {
      if (!chance.percent(Math.round(share * 0.6))) continue
      const yuan = chance.pick([6.66, 8.88, 10, 20, 20, 50, 66, 88, 100, 200])
      const count = chance.percent(70) ? Math.max(1, group.members.length - 1) : chance.whole(2, 12)
      const at = moment(day, chance.whole(1_080, 1_430))
      const ask = {
        count: Math.min(count, group.members.length),
        words: chance.pick(wishes),
        equal: chance.percent(15),
      }
      pay(world, id, group.id, Math.round(yuan * 100), at, ask)
      if (chance.percent(14))
        pay(world, id, group.id, Math.round(yuan * 100), later(at, chance.whole(2, 25)), ask)
    }
  }
}

/** Gifts of the old to the young and back, some of them far above any other sum of the year. */
function betweenKin(world: NinthWorld): void {
  const { chance } = world
  for (const [old, young] of kin) {
    const at = () => moment(newYearEve + chance.whole(-1, 3), chance.whole(480, 1_420))
    if (chance.percent(90)) {
      const yuan = chance.pick([200, 200, 600, 666, 888, 1000, 2000, 6000])
      pay(world, old, young, yuan * 100, at(), { words: chance.pick(wishes), packet: yuan <= 200 })
    }
    if (chance.percent(75)) {
      const yuan = chance.pick([600, 1000, 1000, 2000, 3000, 5000, 8800])
      pay(world, young, old, yuan * 100, at(), { words: chance.pick([...wishes, '给爸妈的', '']) })
    }
  }
  for (const { id, circle } of senders) {
    const known = [...world.contacts.get(id)!.keys()].filter((one) => !one.startsWith('c-'))
    const friends = chance.some(known, Math.min(known.length, chance.whole(0, 3)))
    for (const one of friends) {
      const yuan =
        circle === 'lab' ? chance.pick([5.2, 6.66, 8.88, 18.8]) : chance.pick([18.88, 50, 66, 88, 100, 200])
      const words = chance.pick([...wishes, '给孩子的'])
      pay(
        world,
        id,
        one,
        Math.round(yuan * 100),
        moment(newYearEve + chance.whole(0, 4), chance.whole(500, 1_410)),
        {
          words,
          packet: true,
        },
      )
    }
  }
}

/** The year's last wages, with something on top, and the heads' thanks. */
function toStaff(world: NinthWorld): void {
  const { chance } = world
  for (const [head, circle, least] of [
    ['ice-2', 'ice', 2000],
    ['hill-8', 'hill', 800],
    ['fungus-8', 'fungus', 500],
    ['lab-8', 'lab', 200],
  ] as const)
    for (const id of idsOf(circle)) {
      if (id === head) continue
      const fen = least * 100 * chance.pick([1, 1, 2, 3])
      const words = chance.pick(['年终奖', '过年', '辛苦一年'])
      pay(world, head, id, fen, moment(75 + chance.whole(0, 3), chance.whole(540, 1_260)), {
        words,
        packet: false,
      })
    }
}

/** Everybody sends their share to the one who weds, within a few days. */
function withWedding(world: NinthWorld, day: number, to: string, guests: readonly string[]): void {
  const { chance } = world
  for (const id of guests) {
    if (id === to || !chance.percent(85)) continue
    const fen = chance.pick([200, 300, 500, 600, 1000, 2000]) * 100
    const words = chance.pick(['新婚快乐', '百年好合', '随礼', '份子钱'])
    pay(world, id, to, fen, moment(day + chance.whole(-2, 1), chance.whole(480, 1_380)), {
      words,
      packet: false,
    })
  }
}
