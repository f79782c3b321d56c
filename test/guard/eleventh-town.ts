/** The clan, the committee, the parents, the old and those who are away: what they pay in an ordinary week. */

import { idsOf, type Kind } from './eleventh-cast.ts'
import { follow, followAll, wordOf } from './eleventh-habits.ts'
import { bill, later, pay } from './eleventh-pay.ts'
import { days, moment, type EleventhWorld } from './eleventh-world.ts'

const mine = (kind: Kind) => idsOf(kind).join(' ')

export function liveInTown(world: EleventhWorld): void {
  for (const id of idsOf('clan')) clanLife(world, id)
  for (const id of idsOf('office')) officeLife(world, id)
  for (const id of idsOf('school')) parentLife(world, id)
  for (const id of idsOf('elder')) elderLife(world, id)
  for (const id of idsOf('away')) awayLife(world, id)
  mother(world)
  classMoney(world)
  suppers(world)
}

function clanLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const own = chance.some(world.plain, 5).join(' ')
  const near = chance.some(idsOf('clan'), 3).join(' ')
  followAll(world, id, [
    `${near} | w${chance.whole(0, 3)}${chance.whole(4, 6)} | 38 | 20-600 | - 买菜 帮我带的 妈的药 水电 谢谢 | 8-22`,
    `${mine('clan')} | w5 | 34 | 50-1200 | - 还你 上次的 借的 | 9-22`,
    `${own} | daily | 9 | 15-900 | - 货 茶叶 谢谢 尾款 | 8-22`,
    'stall corner pharmacy cake | daily | 27 | 5-160 | - - 菜 | 7-21',
    'noodle satay tea grill | daily | 15 | 7-180 | - - | 6-23',
    'water gas plumber phone parcel barber | w0246 | 17 | 12-180 | - 送水 煤气 话费 | 8-20',
  ])
  if (chance.percent(60))
    follow(world, id, 'g-house | w6 | 22 | 20,50,66,88,100 | 周末愉快 早点休息 吃饭 | 18-23')
}

/** One mother of the clan sends her boy at school the same each week, and now and then something more. */
function mother(world: EleventhWorld): void {
  followAll(world, 'clan10', [
    'clan6 | w6 | 92 | 400 | 生活费 这周的 | 18-22',
    'clan6 | daily | 7 | 50,100,200 | - 买水果 买衣服 | 12-22',
    'clan1 | w14 | 40 | 100-800 | - 买海鲜的钱 | 8-20',
  ])
  followAll(world, 'clan3', [
    'clan9 | m1 | 100 | 1000 | 爸的生活费 | 8-12',
    'doctor | w3 | 30 | 30-220 | 药 | 9-18',
  ])
  followAll(world, 'clan1', [
    'clan9 | m3 | 100 | 1000 | 爸 - | 8-20',
    'fuel | w16 | 55 | 100-350 | - 加油 | 7-20',
  ])
}

function officeLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const villagers = [...chance.some(world.plain, 6), 'clan9', 'elder3', 'elder5'].join(' ')
  followAll(world, id, [
    `${villagers} | daily | 10 | 20-600 | 代领补贴 误餐 垫付 - 医保退费 | 8-18`,
    `${mine('office')} | w134 | 38 | 15-150 | 午饭 盒饭 - | 11-19`,
    'noodle satay grill | daily | 30 | 8-90 | - - | 7-22',
    'corner stall fuel barber parcel | daily | 20 | 8-220 | - | 7-21',
    'g-village | w1 | 6 | 100 | 通知：请查收 请接龙 | 9-20',
  ])
}

function parentLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const teacher = chance.pick(['piano', 'dance'])
  const fee = chance.pick([120, 150, 180, 200])
  const sellers = chance.some(world.plain, 6).join(' ')
  followAll(world, id, [
    `${teacher} | w${chance.whole(2, 6)} | 78 | ${fee} | 课时费 - 今天的课 | 17-21`,
    `care | m${chance.whole(1, 5)} | 100 | ${chance.pick([680, 780, 880])} | 托管费 九月托管 - | 8-22`,
    `${sellers} | daily | 13 | 12-360 | 团购 拼团 - 水果 | 9-23`,
    `${mine('school')} | w0245 | 30 | 10-240 | 班费 打印费 - 帮买的 还你 | 8-22`,
    'stall corner cake pharmacy tea | daily | 38 | 6-150 | - - | 7-21',
    'taxi taxiToo | daily | 9 | 10-45 | 车费 - | 7-21',
  ])
}

function elderLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const child = chance.pick(['daughterWu', 'sonXu', ...chance.some(world.plain, 2)])
  followAll(world, id, [
    'stall | daily | 27 | 4-40 | - - 菜 | 6-11',
    'temple | m4 | 60 | 20,50,100 | 添油 香火 | 7-11',
    'temple | m19 | 60 | 20,50,100 | 添油 香火 | 7-11',
    `${child} | w5 | 30 | 50,100,200 | 给孙子 买吃的 | 8-20`,
    `${mine('elder')} | w03 | 30 | 10-90 | 拼车 进香 - 药 | 7-20`,
    'pharmacy doctor clinic | w14 | 34 | 15-240 | 药 - | 8-17',
  ])
  if (chance.percent(70)) follow(world, id, 'g-elder | w0 | 16 | 5,10,20 | 早上好 平安 | 6-9', { count: 10 })
}

function awayLife(world: EleventhWorld, id: string): void {
  const { chance } = world
  const rent = chance.pick(world.plain)
  const flat = chance.pick([1_350, 1_600, 1_850])
  const shops = chance.some(world.plain, 9).join(' ')
  followAll(world, id, [
    `${rent} | m${chance.whole(3, 12)} | 100 | ${flat} | 房租 - | 9-23`,
    `${chance.some(world.plain, 4).join(' ')} | w0135 | 42 | 12-160 | AA 饭钱 - 奶茶 电影票 | 12-24`,
    `${mine('away')} | w246 | 38 | 10-300 | AA - 生日快乐 还你 | 11-24`,
    `${shops} | daily | 13 | 15-500 | - 闲鱼 定金 二手书 | 9-24`,
    `${chance.pick(['clan4', 'elder1', 'elder3', 'clan2'])} | m${chance.whole(8, 20)} | 90 | 500,1000 | 爸妈 - 家用 | 18-23`,
    'g-young | w45 | 15 | 6.66,10,20,50 | 开黑吗 周五了 | 19-24',
  ])
}

/** The committee of the class gathers a sum from each and passes the whole on to the shop. */
function classMoney(world: EleventhWorld): void {
  const { chance } = world
  for (const day of [9, 18, 30, 52, 66, 80]) {
    const each = bill(world, 18, 160)
    const payers = ['school2', 'school3', 'school4', 'school5', 'clan7', 'clan10', 'plant8']
    for (const id of payers)
      pay(world, id, 'school1', each, moment(day, chance.whole(1_080, 1_380)), {
        words: wordOf(world, '班费 校服 - 资料费 雨桐的'),
      })
    const at = later(moment(day + 1, chance.whole(500, 700)), 0)
    pay(world, 'school1', chance.pick([...world.plain]), each * 9, at, { words: '四(2)班资料费' })
  }
}

/** Somebody pays for the table, and the others send their part: the same for all, some of them a day late. */
function suppers(world: EleventhWorld): void {
  const { chance } = world
  const tables = [
    idsOf('away'),
    idsOf('office'),
    ['clan1', 'clan2', 'clan3', 'clan5'],
    idsOf('boat'),
    idsOf('trade'),
  ]
  for (let day = 3; day < days; day += chance.whole(1, 4)) {
    const [payer, ...others] = chance.some(chance.pick(tables), 4)
    const at = moment(day, chance.whole(1_150, 1_320))
    const part = bill(world, 28, 150)
    pay(world, payer!, chance.pick(['grill', 'hall', 'satay']), part * 4, at)
    for (const id of others)
      pay(world, id, payer!, part, later(at, chance.whole(5, 1_100)), { words: wordOf(world, 'AA 饭钱 - -') })
  }
}
