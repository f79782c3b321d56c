/** What the fourth crowd sends from day to day: breakfasts, shared meals, suppliers, rent, debts, and now and then somebody new. */

import { colleagues, dorms, tenants } from './fourth-cast.ts'
import { betweenFriends, collections, debts, rents } from './fourth-dealings.ts'
import { bill, days, isWorkday, moment, pay } from './fourth-pay.ts'
import type { World } from './fourth-people.ts'

/** All of it. */
export function withHabits(world: World): void {
  for (let day = 0; day < days; day += 1) {
    for (const dorm of dorms) inDorm(world, dorm, day)
    atTheShop(world, day)
    if (isWorkday(day)) atWork(world, day)
    atHome(world, day)
    atNight(world, day)
    betweenFriends(world, day, 88)
    betweenFriends(world, day, 42)
    debts(world, day)
  }
  rents(world)
  collections(world)
}

function inDorm(world: World, dorm: string[], day: number): void {
  const { chance } = world
  const [payer, ...rest] = chance.some(dorm, 4)
  const each = bill(world, 11, 26)
  for (const one of rest.filter(() => chance.percent(70)))
    pay(world, one, payer!, each, moment(day, chance.whole(710, 790)), {
      words: chance.pick(['', '饭', '午饭', '外卖']),
    })
  for (const one of dorm.filter(() => chance.percent(22))) {
    const mate = chance.pick(dorm.filter((id) => id !== one))
    pay(world, one, mate, bill(world, 9, 22), moment(day, chance.whole(900, 1_380)), {
      words: chance.pick(['', '奶茶', '快递', '谢啦']),
    })
  }
  if (day % 7 === 6)
    for (const one of dorm.slice(1))
      pay(world, one, dorm[0]!, 2_500, moment(day, chance.whole(1_140, 1_320)), { words: '电费' })
  if (day % 7 === 1)
    pay(world, dorm[0]!, 'class', chance.pick([1_000, 2_000]), moment(day, chance.whole(1_200, 1_330)), {
      words: '加油',
      count: 12,
    })
  if (day % 7 === 4)
    pay(
      world,
      chance.pick(dorm),
      dorm[0] === 's1' ? 'dorm' : 'dorm2',
      chance.pick([666, 888, 1_000, 2_000]),
      moment(day, 1_310),
      { words: '周末快乐', count: 3 },
    )
}

/** The shop pays its suppliers, and is paid for breakfasts. */
function atTheShop(world: World, day: number): void {
  const { chance } = world
  const at = (from: number, to: number) => moment(day, chance.whole(from, to))
  pay(world, 'o1', 'v4', 12_000, at(265, 300), { words: '豆浆' })
  if (day % 2 === 0) pay(world, 'o1', 'v1', bill(world, 90, 210), at(280, 340), { words: '菜钱' })
  if (day % 2 === 1)
    pay(world, 'o1', 'v3', 26_000 + day * 400 + chance.whole(0, 9) * 100, at(280, 340), { words: '肉钱' })
  if (day % 3 === 0) pay(world, 'o1', 'v2', bill(world, 160, 240), at(300, 360), { words: '面粉' })
  if (day % 7 === 5) pay(world, 'o1', 'o2', 105_000, at(1_140, 1_200), { words: '这周工钱' })
  if (day % 5 === 2) pay(world, 'o2', 'o1', bill(world, 20, 60), at(400, 700), { words: '垫的零钱' })
  const eaters = [...colleagues, ...tenants, 's1', 's3', 'n1', 'n2', 'p8', 'g2', 'p2']
  for (const one of eaters.filter(() => chance.percent(55)))
    pay(world, one, 'o1', bill(world, 5, 16), at(395, 540), {
      words: chance.pick(['', '', '早饭', '豆浆包子']),
    })
  // Somebody comes back for a second bowl, for the very same sum.
  if (chance.percent(12)) {
    const one = chance.pick(eaters)
    const minutes = chance.whole(400, 520)
    pay(world, one, 'o1', 600, moment(day, minutes))
    pay(world, one, 'o1', 600, moment(day, minutes + chance.whole(12, 40)))
  }
}

function atWork(world: World, day: number): void {
  const { chance } = world
  const [host, ...rest] = chance.some(colleagues, chance.whole(4, 6))
  const each = bill(world, 19, 42)
  for (const one of rest)
    pay(world, one, host!, each, moment(day, chance.whole(725, 800)), {
      words: chance.pick(['', '午饭', '饭钱']),
    })
  for (const one of colleagues.filter(() => chance.percent(25))) {
    const other = chance.pick(colleagues.filter((id) => id !== one))
    pay(world, one, other, bill(world, 12, 33), moment(day, chance.whole(860, 1_080)), {
      words: chance.pick(['', '咖啡', '下午茶']),
    })
  }
  if (day % 7 !== 4) return
  const group = world.groups.find(({ id }) => id === 'sport')!
  for (const one of group.members.filter((id) => id !== 'c1' && !id.startsWith('b')))
    if (chance.percent(75))
      pay(world, one, 'c1', 4_500, moment(day, chance.whole(1_290, 1_400)), { words: '羽毛球' })
  if (chance.percent(60)) pay(world, 'c1', 'sport', 1_800, moment(day, 1_420), { words: '下周见', count: 5 })
  if (chance.percent(60))
    pay(world, 'c2', 'lunch', chance.pick([2_000, 3_000]), moment(day, 1_050), { words: '周五啦' })
}

/** Grandparents buy with the neighbours and remember the children; parents send what a week costs. */
function atHome(world: World, day: number): void {
  const { chance } = world
  for (const one of ['g1', 'g2', 'g3', 'g4', 'p1', 'p8', 't2', 'n1'])
    if (chance.percent(one.startsWith('g') ? 55 : 25))
      pay(world, one, 'tg', bill(world, 8, 58), moment(day, chance.whole(480, 660)), {
        words: chance.pick(['', '团菜', '鸡蛋', '水果']),
      })
  if (day % 7 === 6) {
    const grown = 5_000 + Math.floor(day / 14) * 1_000
    pay(world, 'g1', 's1', grown, moment(day, chance.whole(1_140, 1_200)), {
      words: '买点好吃的',
      packet: true,
    })
    pay(world, 'g3', 's5', grown, moment(day, chance.whole(1_140, 1_200)), { words: '乖', packet: true })
  }
  if (day % 7 === 0) {
    pay(world, 'p1', 's1', 40_000, moment(day, chance.whole(1_200, 1_290)), { words: '生活费' })
    pay(world, 'p5', 's5', 45_000, moment(day, chance.whole(1_200, 1_290)), { words: '这周生活费' })
    pay(world, 'p1', 'g1', 30_000, moment(day, chance.whole(1_200, 1_290)), { words: '妈 买菜' })
    pay(world, 'c4', 'g3', 30_000, moment(day, chance.whole(1_200, 1_290)))
  }
  if (day % 7 === 2)
    pay(world, 'g2', 'g4', bill(world, 5, 30), moment(day, chance.whole(900, 1_000)), { words: '象棋' })
  if (day % 7 === 3)
    pay(world, chance.pick(['g1', 'g2', 'p1']), 'family', 1_000, moment(day, 1_180), {
      words: '开心',
      count: 4,
    })
  if (day % 7 === 5)
    pay(world, chance.pick(['g3', 'g4', 'p5']), 'family2', 2_000, moment(day, 1_170), {
      words: '周末好',
      count: 4,
    })
  for (const one of tenants.filter(() => chance.percent(35))) {
    const other = chance.pick(tenants.filter((id) => id !== one))
    pay(world, one, other, bill(world, 8, 40), moment(day, chance.whole(1_090, 1_380)), {
      words: chance.pick(['', '菜钱', '纸巾', '外卖']),
    })
  }
}

/** Those who are awake: supper at two in the morning is their noon. */
function atNight(world: World, day: number): void {
  const { chance } = world
  const awake = ['n1', 'n2', 't3', 's3']
  for (const one of awake.filter(() => chance.percent(50))) {
    const other = chance.pick(awake.filter((id) => id !== one))
    pay(world, one, other, bill(world, 12, 36), moment(day, chance.whole(20, 260)), {
      words: chance.pick(['', '夜宵', '烤串', '拿铁']),
    })
  }
  if (day % 6 === 1)
    pay(
      world,
      chance.pick(awake),
      'night',
      chance.pick([1_000, 1_500, 2_000]),
      moment(day, chance.whole(60, 200)),
      { words: '提神' },
    )
}
