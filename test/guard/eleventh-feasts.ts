/** The feasts of the autumn: dice at Mid-Autumn, the day of the old, the goddess's procession. */

import { cast, idsOf } from './eleventh-cast.ts'
import { wordOf } from './eleventh-habits.ts'
import { bill, pay } from './eleventh-pay.ts'
import { elderDay, moment, moonDay, type EleventhWorld } from './eleventh-world.ts'

export function keepTheFeasts(world: EleventhWorld): void {
  dice(world)
  moonGifts(world)
  theOld(world)
  procession(world)
  singles(world)
}

/** Prizes for the dice, one packet after another in the same group, and quite often the same sum. */
function dice(world: EleventhWorld): void {
  const { chance } = world
  const tables = [
    'g-house',
    'g-siblings',
    'g-cards',
    'g-plant',
    'g-pack',
    'g-office',
    'g-young',
    'g-class',
    'g-dance',
  ]
  for (const group of tables) {
    const { members } = world.groups.find(({ id }) => id === group)!
    const hosts = chance.some(
      members.filter((id) => cast.some((one) => one.id === id)),
      2,
    )
    let at = moment(moonDay + chance.whole(-2, 1), chance.whole(1_140, 1_240))
    for (let n = chance.whole(3, 7); n > 0; n -= 1) {
      const fen = chance.pick([8, 8.88, 16, 20, 20, 30, 50, 66, 88, 100]) * 100
      const words = wordOf(world, '博饼一秀 二举 四进 三红 对堂 状元 中秋快乐')
      pay(world, chance.pick(hosts), group, Math.round(fen), at, { words, count: chance.whole(1, 8) })
      at += chance.whole(1, 14) * 60_000
    }
  }
}

function moonGifts(world: EleventhWorld): void {
  const { chance } = world
  const words = '中秋快乐 中秋节快乐 - 买月饼 团圆'
  for (const { id, kind } of cast) {
    const near = [...idsOf(kind), ...chance.some(world.plain, 3)].filter((one) => one !== id)
    for (const one of chance.some(near, chance.whole(0, 4))) {
      const at = moment(moonDay + chance.whole(-1, 0), chance.whole(480, 1_350))
      const yuan = chance.pick([66, 88, 100, 168, 200, 200, 500, 600])
      pay(world, id, one, yuan * 100, at, {
        words: wordOf(world, words),
        packet: yuan <= 200 && chance.percent(80),
      })
    }
    if (chance.percent(40))
      pay(world, id, 'cake', bill(world, 58, 460), moment(moonDay - 4, chance.whole(540, 1_200)), {
        words: '月饼',
      })
  }
}

/** On the ninth of the ninth month the young send something to the old, and the clan feeds them. */
function theOld(world: EleventhWorld): void {
  const { chance } = world
  const old = [...idsOf('elder'), 'clan9', 'motherLuo', 'motherPan']
  for (const { id, kind } of cast) {
    if (kind === 'elder' || !chance.percent(38)) continue
    const at = moment(elderDay, chance.whole(440, 1_300))
    const yuan = chance.pick([66, 99, 100, 200, 500, 999])
    pay(world, id, chance.pick(old.filter((one) => one !== id)), yuan * 100, at, {
      words: wordOf(world, '重阳安康 身体健康 - 重阳节快乐'),
    })
  }
  for (const id of idsOf('clan').filter((one) => one !== 'clan5')) {
    const at = moment(elderDay - chance.whole(2, 9), chance.whole(500, 1_300))
    pay(world, id, 'clan5', chance.pick([200, 300, 500, 1_000]) * 100, at, {
      words: wordOf(world, '敬老宴 捐款 -'),
    })
  }
  pay(world, 'clan5', 'hall', 860_000, moment(elderDay, 800), { words: '敬老宴 20桌' })
}

/** One old woman gathers for the bus; some pay for two or three at once, some once for each. */
function procession(world: EleventhWorld): void {
  const { chance } = world
  for (const id of [
    'elder2',
    'elder3',
    'elder4',
    'elder5',
    'clan4',
    'trade7',
    'boat1',
    'trade3',
    'plant10',
  ]) {
    const at = moment(chance.whole(58, 64), chance.whole(420, 1_200))
    const heads = chance.pick([1, 1, 2, 3])
    const times = chance.percent(45) ? heads : 1
    for (let n = 0; n < times; n += 1)
      pay(world, id, 'elder1', (26_000 * heads) / times, at + n * chance.whole(1, 9) * 60_000, {
        words: wordOf(world, '进香车费 - 车费'),
        packet: false,
      })
  }
  pay(world, 'elder1', 'truck', 420_000, moment(65, 600), { words: '进香包车' })
  for (const { id } of cast)
    if (chance.percent(24))
      pay(
        world,
        id,
        'temple',
        chance.pick([66, 100, 168, 200, 300, 600, 1_000]) * 100,
        moment(chance.whole(62, 67), chance.whole(360, 1_260)),
        { words: wordOf(world, '妈祖保佑 添油 随喜 -') },
      )
}

/** The eleventh of November: what one has ordered for another is paid back to them. */
function singles(world: EleventhWorld): void {
  const { chance } = world
  const young = [...idsOf('away'), ...idsOf('school'), ...idsOf('plant').slice(3), 'clan6', 'clan8']
  for (let n = 0; n < 30; n += 1) {
    const [from, to] = chance.some(young, 2)
    pay(world, from!, to!, bill(world, 19, 520), moment(80 + chance.whole(-1, 2), chance.whole(480, 1_430)), {
      words: wordOf(world, '双十一 帮我买的 - 拼单'),
    })
  }
}
