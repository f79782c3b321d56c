/** What the fourth crowd has with one another beside every day's habits: favours, debts, rent, and the money of a class. */

import { colleagues, dorms, tenants } from './fourth-cast.ts'
import { bill, moment, pay } from './fourth-pay.ts'
import { join, keep, stranger, type World } from './fourth-people.ts'

/** Each has a few whom they pay for this and that; one in thirty of such sends is to somebody new. */
export function betweenFriends(world: World, day: number, share: number): void {
  const { chance, contacts, roles } = world
  for (const [one, list] of contacts) {
    if (roles.get(one) === 'payee' || !chance.percent(share)) continue
    const near = [...list.keys()].filter((id) => !/^[hl]/.test(id))
    if (near.length === 0) continue
    const at = moment(day, chance.whole(560, 1_410))
    if (chance.percent(4)) {
      const met = stranger(world)
      if (chance.percent(40)) keep(world, one, met)
      pay(world, one, met, bill(world, 8, chance.pick([30, 60, 260])), at, {
        words: chance.pick(['', '车费', '二手书', '定金', '跑腿']),
      })
      continue
    }
    // The nearest are paid the most: the product of two draws.
    const friend = near[Math.floor((chance.whole(0, 99) * chance.whole(0, 99) * near.length) / 10_000)]!
    const most = chance.pick([18, 30, 30, 60, 120])
    const fen = bill(world, 6, most)
    pay(world, one, friend, fen, at, {
      words: chance.pick(['', '', '', '谢谢', '给你', '电影票', '打车', '水果']),
    })
    // The same for another on purpose: two tickets, two friends.
    if (chance.percent(5))
      pay(world, one, chance.pick(near), fen, at + chance.whole(60_000, 400_000), { words: '电影票' })
  }
}

/** Lent and given back, too much and given back, and what one received passed on to whom it was for. */
export function debts(world: World, day: number): void {
  const { chance, contacts, roles } = world
  const senders = [...contacts.keys()].filter((id) => roles.get(id) !== 'payee')
  const [one] = chance.some(senders, 1)
  const friend = chance.pick([...contacts.get(one!)!.keys()].filter((id) => !/^[hlb]/.test(id)))
  const fen = chance.pick([5_000, 10_000, 20_000, 30_000, 50_000])
  const at = moment(day, chance.whole(600, 1_200))
  if (roles.get(friend) !== 'payee') {
    pay(world, one!, friend, fen, at, { words: chance.pick(['', '借你', '先用着']) })
    const later = chance.pick([3, 40, 180, 1_500, 4_300]) * 60_000
    pay(world, friend, one!, fen, at + later, {
      words: chance.pick(['', '还你', '还你钱 谢谢']),
      wrote: one!,
    })
  }
  if (chance.percent(50)) {
    const [host, guest, third] = chance.some(colleagues, 3)
    const share = bill(world, 20, 80)
    pay(world, guest!, host!, share, at + 600_000, { words: '帮我转一下' })
    pay(world, host!, third!, share, at + 600_000 + chance.whole(2, 45) * 60_000, {
      words: chance.pick(['', `${nameIn(world, guest!)}让我转的`]),
      wrote: guest!,
    })
  }
  if (chance.percent(20)) {
    const [rich, poor] = chance.some(dorms.flat(), 2)
    pay(world, rich!, poor!, 3_000, at, { words: '饭' })
    pay(world, poor!, rich!, chance.pick([500, 1_000, 3_000]), at + 480_000, {
      words: '多了 退你',
      wrote: rich!,
    })
  }
}

const nameIn = ({ people }: World, id: string) => people.find((one) => one.id === id)?.name ?? ''

const child = (world: World, id: string) => nameIn(world, id).replace(/[妈爸]{2}$/u, '')

/** Rent twice, and what goes with it. */
export function rents(world: World): void {
  const { chance } = world
  const at = (day: number) => moment(day, chance.whole(560, 1_260))
  const rent: Record<string, number> = { t1: 230_000, t2: 185_000, t3: 310_000 }
  for (const month of [1, 31])
    for (const one of tenants) {
      pay(world, one, 'l1', rent[one]!, at(month), { words: chance.pick(['房租', '房租', '十月房租']) })
      pay(world, one, 'l1', bill(world, 90, 170), at(month + 8), { words: '水电' })
    }
  for (const day of [6, 20, 34]) pay(world, 't1', 'l1', bill(world, 40, 60), at(day), { words: '燃气' })
}

/** One of the committee collects for the class, and pays what it is for. */
export function collections(world: World): void {
  const { chance } = world
  const others = ['p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8']
  const [late] = [join(world, 'p9', '一诺爸爸', 'parent')]
  world.groups = world.groups.map((group) =>
    group.id === 'parents' ? { ...group, members: [...group.members, late] } : group,
  )
  world.joins.push({ groupId: 'parents', id: late, at: moment(9, 700) })
  const what: [number, number, string][] = [
    [3, 8_650, '班费'],
    [10, 4_200, '练习册'],
    [16, 3_500, '中秋活动'],
    [22, 12_000, '秋游'],
    [33, 5_800, '校服补差'],
    [38, 2_600, '打印费'],
  ]
  for (const [day, fen, words] of what) {
    for (const one of [...others, ...(day > 9 ? [late] : [])])
      pay(world, one, 'p1', fen, moment(day, chance.whole(1_080, 1_380)), {
        words: chance.percent(80) ? `${words} ${child(world, one)}` : words,
      })
    pay(world, 'p1', chance.pick(['h1', 'h2', 'te']), fen * 8, moment(day + 1, chance.whole(560, 900)), {
      words,
    })
    if (chance.percent(70))
      pay(world, 'p1', 'board', 2_000, moment(day + 1, 1_200), { words: '辛苦各位', count: 5 })
    if (day > 15)
      pay(world, chance.pick(['p2', 'p1']), 'parents', 5_000, moment(day, 1_230), {
        words: '谢谢家长们',
        count: 16,
      })
  }
}
