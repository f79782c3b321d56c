/** The eighth of March, the graves, the first of May and the journey, weddings, mothers' day, the twentieth of May. */

import { cast } from './tenth-cast.ts'
import { pay, splitBill } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { addPerson, feastDays, moment, stranger, type TenthWorld } from './tenth-world.ts'

const { women, graves, may, mothers, love } = feastDays

const couples = 'leiC-jing xia-friendB mason-masonWife tiler-tilerWife rui-mi kai-yue'
const toMothers =
  'duo-motherDuo hao-motherHao kai-motherKai yue-motherYue masonSon-masonWife tilerGirl-tilerWife young-auntHe ' +
  'welder-sister'
/** Whoever stays in the city, and who goes to the graves. */
const toElders =
  'foreman-oldTang welder-masonWife electric-oldTang painter-auntHe plumber-tilerWife cashier-masonWife ' +
  'driver-auntHe mason-masonWife'
const toGroups =
  'foreman-g_luo cashier-g_luo tiler-g_chens plumber-g_village auntHe-g_village oldTang-g_village'

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => {
    const [from, to] = pair.split('-')
    return [from!, to!.replace('g_', 'g-')]
  })
}

/** All of the season's feasts. */
export function withFeasts(world: TenthWorld): void {
  const { chance } = world
  for (const [from, to] of pairs(couples))
    for (const day of [women, love]) {
      const fen = chance.pick([5_200, 52_000, 13_140, 52_000, 20_000])
      const at = moment(day, chance.whole(420, 1_390))
      if (chance.percent(70)) pay(world, from, to, fen, at, '520,,女神节快乐,爱你', { packet: false })
    }
  for (const [from, to] of pairs(toMothers)) {
    const fen = chance.pick([6_600, 8_800, 20_000, 52_000, 100_000])
    pay(world, from, to, fen, moment(mothers, chance.whole(420, 1_300)), '母亲节快乐,妈妈辛苦了,')
  }
  for (const [from, to] of pairs(toElders)) {
    const at = moment(graves - chance.whole(0, 5), chance.whole(420, 1_260))
    pay(world, from, to, chance.pick([10_000, 20_000, 30_000, 50_000]), at, '清明,纸钱,修坟,给爷爷,')
  }
  for (const id of ['foreman', 'cashier', 'welder', 'masonSon']) {
    const at = moment(graves - 9, chance.whole(600, 1_290))
    pay(world, id, 'mason', chance.pick([30_000, 50_000, 66_600]), at, '立碑,清明立碑钱,')
  }
  for (const [from, to] of pairs(toGroups))
    for (const day of [women, may, may + 1]) {
      const fen = chance.pick([1_000, 2_000, 5_000, 8_800, 10_000])
      const at = moment(day, chance.whole(480, 1_300))
      if (chance.percent(60)) pay(world, from, to, fen, at, '五一快乐,节日快乐,', { count: 9 })
    }
  withJourney(world)
  withWeddings(world)
}

/** To the west in May: one lays out, the others pay; sums that none of them sends in a common week. */
function withJourney(world: TenthWorld): void {
  const { chance } = world
  const trip = ['leiP', 'tingting', 'yue', 'dev', 'qian']
  for (let day = may - 12; day < may + 5; day += 1) {
    if (!chance.percent(70)) continue
    const to = chance.percent(60) ? stranger(world) : 'hotpot'
    splitBill(world, trip, to, moment(day, chance.whole(660, 1_260)), [60, 720], '民宿,包车,门票,火锅,')
  }
  const days = `d ${may - 1} ${may} ${may + 2}`
  for (const id of trip)
    follow(world, [`${id} > g-trip | ${days} | 40 | 5.2 8.88 20 | 出发,高反了, | 8-22 | x4`])
}

function withWeddings(world: TenthWorld): void {
  const { chance } = world
  const hosts = ['刘芳', '张鹏', '表哥阿伟', '李雪', '王超', '大学班长', '三姨家涛涛']
  for (const { id } of chance.some(cast, 24)) {
    const host = chance.percent(45) ? addPerson(world, chance.pick(hosts)) : chance.pick(cast).id
    const fen = chance.pick([20_000, 30_000, 50_000, 60_000, 80_000, 100_000])
    const at = moment(may - 2 + chance.whole(0, 6), chance.whole(480, 1_300))
    if (host !== id) pay(world, id, host, fen, at, '新婚快乐,百年好合,人不到礼到,,恭喜恭喜')
  }
}
