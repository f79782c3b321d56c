/**
 * What is meant and looks odd: strangers paid once, large sums, loans, money passed on, things given back, the
 * same sum twice on purpose, new accounts, changed ways.
 */

import { cast, idsOf } from './tenth-cast.ts'
import { bill, later, pay } from './tenth-pay.ts'
import { follow } from './tenth-rows.ts'
import { addPerson, days, moment, nameOf, stranger, type TenthWorld } from './tenth-world.ts'

const largeSums = [
  'duo > tang 6800 夏令营定金',
  'hao > motherHao 30000 装修',
  'rui > hao 20000 周转',
  'kai > landlordA 12600 季付',
  'leiP > agent 4600 押一付一',
  'gao > old 15000',
  'old > captain 8000 装备团购',
  'yang > fatherYang 20000 修房子',
  'plumber > villageClinic 2600 住院押金',
  'tilerWife > tutor 3600 冲刺班',
  'masonSon > classmate 1800 手机',
  'tingting > cat 3250 手术费',
  'young > hardware 2400 电锤',
  'chen > clinic 5800 矫正',
  'min > photo 2999 尾款',
  'intern > agent 2200 押金',
  'oldTang > electric 10000 还你',
  'bo > leiC 3200 球拍',
]

/** All of it, at the rates of a common spring. */
export function withOdd(world: TenthWorld): void {
  const { chance } = world
  for (const row of largeSums) {
    const [from, , to, yuan, words] = row.split(' ')
    const at = moment(chance.whole(3, days - 3), chance.whole(500, 1_330))
    pay(world, from!, to!, Number(yuan) * 100, at, words, { packet: false })
  }
  withStrangers(world)
  withLoans(world)
  withReturns(world)
  withTwins(world)
  withChanges(world)
}

/** Whoever has a lost or locked phone goes on under a new account; called before anything is sent. */
export function withNewAccounts(world: TenthWorld): void {
  for (const [id, day, name] of [
    ['barber', 38, '托尼Leo新号'],
    ['cousin', 45, '邓文斌'],
    ['ride', 30, '胡师傅拼车'],
    ['motherKai', 41, '母上大人'],
    ['landlordB', 50, '黄建华'],
    ['tutor', 33, '谢老师'],
    ['nanny', 55, nameOf(world, 'nanny')],
  ] as const)
    world.moved.set(id, { account: addPerson(world, name), day })
}

/** Second-hand things, repairs, a deposit: paid once and never again; a few twice. */
function withStrangers(world: TenthWorld): void {
  const { chance } = world
  for (const { id, circle } of cast) {
    const isCity = circle === 'park' || circle === 'kids' || circle === 'court'
    for (let left = isCity ? chance.whole(2, 9) : chance.whole(0, 5); left > 0; left -= 1) {
      const who = stranger(world)
      const at = moment(chance.whole(0, days - 2), chance.whole(500, 1_370))
      const fen = chance.percent(88) ? bill(world, 8, 420) : bill(world, 400, 5_600)
      pay(world, id, who, fen, at, ',,,闲鱼,定金,运费,维修费,尾号3306')
      if (chance.percent(14))
        pay(world, id, who, bill(world, 8, 300), later(at, chance.whole(20, 3_000)), '尾款,,补差价')
    }
  }
}

/** Lent to somebody, given back whole or in parts; now and then passed on to a third. */
function withLoans(world: TenthWorld): void {
  const { chance } = world
  for (let n = 0; n < 46; n += 1) {
    const circle = chance.pick(['crew', 'court', 'park', 'kids', 'home'] as const)
    const [from, to, third] = chance.some(idsOf(circle), 3) as [string, string, string]
    const fen = chance.pick([100, 200, 300, 500, 500, 1_000, 2_000, 3_000, 5_000]) * 100
    const at = moment(chance.whole(1, days - 20), chance.whole(560, 1_360))
    pay(world, from, to, fen, at, ',,借你,先拿着')
    if (chance.percent(22))
      pay(world, to, third, fen, later(at, chance.whole(2, 90)), '转你,,帮我给的,他给你的')
    const back = later(at, chance.whole(1, 15) * 1_440 + chance.whole(-300, 300))
    if (chance.percent(75)) pay(world, to, from, fen, back, '还你,谢了,', { isReturn: true })
    else if (chance.percent(60))
      for (const part of [0, 1])
        pay(world, to, from, fen / 2, later(back, part * 4_320), '还一半,', { isReturn: true })
  }
}

/** Too much came, or it was not for them: it goes back the same day or the next. */
function withReturns(world: TenthWorld): void {
  const { chance, sends, hands } = world
  const found = sends.flatMap((send) => {
    const one = send.to.way === 'members' ? send.to.ids[0]! : ''
    return send.kind === 'transfer' && hands.has(one) ? [{ send, one }] : []
  })
  for (const { send, one } of chance.some(found, 70)) {
    const whole = Number(send.total)
    const part = chance.pick([whole, Math.ceil(whole / 2), bill(world, 1, 30)])
    const at = later(send.at, chance.whole(2, 900))
    const ask = { isReturn: true, packet: false }
    pay(world, one, send.from, Math.min(whole, part), at, '退你,多了,不用AA,,这次算我的', ask)
  }
}

/** The same again soon or by the next day, and meant: a second ticket, a second bottle, one more child. */
function withTwins(world: TenthWorld): void {
  const { chance, sends } = world
  const small = sends.filter(({ total }) => total < 60_000n)
  for (const { from, to, at, total, greeting, kind } of chance.some(small, 52)) {
    const target = to.way === 'members' ? to.ids[0]! : to.way === 'group' ? to.id : ''
    const wait = chance.percent(55) ? chance.whole(1, 40) : chance.whole(60, 1_500)
    const words = `${greeting},${greeting},再来一份,帮同事带,再来一个`
    pay(world, from, target, Number(total), later(at, wait), words, { packet: kind === 'direct' })
  }
}

/** New ways: another bakery, another lunch, another ride. */
function withChanges(world: TenthWorld): void {
  const baker = addPerson(world, '早安烘焙')
  const salad = addPerson(world, '轻食小黄')
  const ride = addPerson(world, '拼车李姐')
  for (const id of ['kai', 'leiP', 'intern'])
    follow(world, [`${id} > ${salad} | w 0 1 2 3 | 30 | 22..36 | | 11-13 | since 52`])
  for (const id of ['an', 'mi', 'you'])
    follow(world, [`${id} > ${baker} | w 2 5 | 40 | 12..60 | | 8-19 | since 52`])
  follow(world, [`yang > ${ride} | work | 40 | 15 | | 8-20 | since 52`])
}
