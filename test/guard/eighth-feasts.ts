/** Feasts and what looks odd and is not: weddings, large sums once, the same sum twice, money passed on, new accounts. */

import type { Send } from '../../packages/cli/replay/day.ts'
import { among, after, once, pay, roundly, someDay } from './eighth-pay.ts'
import {
  doubleEleven,
  idsOf,
  knows,
  midAutumn,
  moment,
  nationalDay,
  solstice,
  teachersDay,
  who,
  type EighthWorld,
  type Sender,
} from './eighth-world.ts'

/** Teachers' Day, National Day with a wedding, Mid-Autumn, the eleventh of November, the solstice. */
export function feastsOf(world: EighthWorld): void {
  const { chance } = world
  for (const sender of world.senders.values()) {
    greets(world, sender)
    givesAndShops(world, sender)
  }
  for (const teacher of idsOf(world, 'school').slice(0, 6))
    for (const other of chance.some(idsOf(world, 'school'), 2))
      pay(world, teacher, other, 5200, moment(teachersDay, chance.whole(500, 1300)), {
        words: '教师节快乐',
        packet: true,
      })
}

/** Packets to kin, friends and groups on the days of the feasts. */
function greets(world: EighthWorld, { id }: Sender): void {
  const { chance, groups } = world
  const kept = (id: string) =>
    [...world.contacts.get(id)!].filter(([, { relation }]) => relation === 'family' || relation === 'friend')
  for (const [to] of kept(id)) {
    if (chance.percent(35))
      once(
        world,
        id,
        {
          to,
          sum: among(66, 88, 100, 200, 200, 500),
          words: ['中秋快乐', '团圆', '节日快乐'],
          hours: [7, 23],
          packet: true,
        },
        midAutumn,
      )
    if (chance.percent(9))
      once(
        world,
        id,
        { to, sum: among(50, 100, 200), words: ['国庆快乐', '玩开心'], hours: [8, 23], packet: true },
        nationalDay,
      )
    if (chance.percent(6))
      once(
        world,
        id,
        { to, sum: among(11.11, 50, 111), words: ['吃饺子', '冬至快乐'], hours: [9, 22], packet: true },
        solstice,
      )
  }
  for (const group of groups.filter(({ members }) => members.includes(id)))
    if (chance.percent(22))
      once(
        world,
        id,
        {
          to: group.id,
          sum: among(20, 50, 66, 88, 100, 200),
          words: ['中秋快乐', '花好月圆'],
          hours: [8, 23],
          count: [Math.min(5, group.members.length - 1), Math.min(20, group.members.length - 1)],
        },
        midAutumn,
      )
}

/** What guests give to the couple of the town, and a price that the eleventh of November brings. */
function givesAndShops(world: EighthWorld, { id, circle }: Sender): void {
  const { chance } = world
  const [groom, bride] = [who(world, '许嘉豪'), who(world, '魏雨欣')]
  const guest = circle === 'couples' || circle === 'school' || chance.percent(25)
  if (guest && id !== groom && id !== bride) {
    const to = chance.percent(70) ? groom : bride
    once(
      world,
      id,
      {
        to,
        sum: among(200, 300, 400, 500, 600, 800, 1000),
        words: ['新婚快乐', '百年好合', '份子钱'],
        hours: [8, 21],
      },
      nationalDay + chance.whole(0, 1),
    )
  }
  if (chance.percent(40))
    once(
      world,
      id,
      {
        to: who(world, `网店客服#${chance.whole(1, 30)}`),
        sum: among(39, 59, 88, 129, 199, 399),
        words: ['补差价', '定金'],
        hours: [9, 24],
      },
      doubleEleven + chance.whole(-2, 1),
    )
}

/** Who is paid much, once, and for what. */
const largeOnes = [
  ['福源酒楼', '酒席定金'],
  ['金桂婚庆', '婚庆尾款'],
  ['县医院护工老唐', '护工费'],
  ['顺达汽修', '修车'],
  ['瓷砖老汪', '瓷砖款'],
] as const

/** The odd that is meant. */
export function oddOf(world: EighthWorld): void {
  const { chance, townspeople } = world
  const senders = [...world.senders.values()]
  for (const { id, age } of senders) {
    if (chance.percent(45)) {
      const [shop, reason] = chance.pick(largeOnes)
      const isShop = chance.percent(50)
      const to = isShop ? who(world, shop) : chance.pick(townspeople)
      const words = isShop ? [reason, ''] : ['借款', '份子钱', '首付', '合伙的钱']
      once(
        world,
        id,
        { to, sum: roundly(1000, age === 'elder' ? 6000 : 20000, 100), words, hours: [8, 22] },
        someDay(world, 10),
      )
    }
    if (chance.percent(30)) newAccount(world, id)
  }
  for (const sent of [...world.sends]) {
    if (chance.percent(1)) again(world, sent)
    else if (chance.percent(1)) passedOn(world, sent)
  }
}

/** The same once more, a while later, because it was meant for two. */
function again(world: EighthWorld, sent: Send): void {
  const { chance } = world
  if (sent.to.way !== 'members' || sent.total > 60_000n) return
  const words = chance.percent(40) ? '再来一份' : sent.greeting
  pay(world, sent.from, sent.to.ids[0]!, Number(sent.total), after(sent.at, chance.whole(1, 300)), {
    words,
    packet: sent.kind === 'direct',
  })
}

/** What came in goes on to somebody else, whole or less a little. */
function passedOn(world: EighthWorld, { to, total, at }: Send): void {
  const { chance } = world
  const by = to.way === 'members' ? to.ids[0]! : ''
  if (!world.senders.has(by)) return
  const next = chance.pick([...world.contacts.get(by)!.keys()])
  pay(world, by, next, Number(total), after(at, chance.whole(5, 500)), {
    words: chance.pick(['代收转你', '帮带的', '转给你']),
  })
}

/** A friend has a second number now, under the same name, and is paid there from then on. */
function newAccount(world: EighthWorld, id: string): void {
  const { chance, people } = world
  const old = chance.pick([...world.contacts.get(id)!.keys()])
  const { name } = people.find((one) => one.id === old)!
  const fresh = who(world, `${name}#new${people.length}`)
  const first = someDay(world, 5, 100)
  if (chance.percent(60))
    knows(world, id, fresh, chance.percent(40) ? `${name.slice(0, 3)}新号` : null, 'friend')
  for (let day = first; day < 112; day += chance.whole(6, 30))
    once(
      world,
      id,
      { to: fresh, sum: among(20, 35, 60, 100, 300), words: ['车费', '饭钱', '谢谢'], hours: [9, 22] },
      day,
    )
}
