/** Three weddings between National Day and the middle of November. */

import { idsOf, type Kind } from './eleventh-cast.ts'
import { wordOf } from './eleventh-habits.ts'
import { later, pay } from './eleventh-pay.ts'
import { moment, nationalDay, type EleventhWorld } from './eleventh-world.ts'

export function keepTheWeddings(world: EleventhWorld): void {
  wedding(world, {
    day: nationalDay + 1,
    from: 'clan1',
    to: 'clan7',
    guests: ['clan', 'boat', 'away'],
    hall: 'hall',
  })
  wedding(world, { day: 57, from: 'boat1', to: 'boat6', guests: ['boat', 'trade', 'office'], hall: 'grill' })
  wedding(world, { day: 76, from: 'plant3', to: 'plant8', guests: ['plant', 'school'], hall: 'hall' })
}

interface Wedding {
  day: number
  /** Who pays for it. */
  from: string
  to: string
  guests: readonly Kind[]
  hall: 'hall' | 'grill'
}

/** Deposits and what is left to pay, guests' gifts in the round sums of the place, and half given back by custom. */
function wedding(world: EleventhWorld, { day, from, to, guests, hall }: Wedding): void {
  const { chance } = world
  const costs = [
    [hall, -30, 5_000, '酒席定金'],
    ['wedding', -24, chance.pick([2_000, 3_000]), '定金'],
    ['gold', -16, chance.whole(120, 380) * 100, '三金'],
    [hall, 1, chance.whole(210, 520) * 100, '酒席尾款'],
    ['wedding', 2, chance.whole(48, 92) * 100, '尾款'],
    [chance.pick(world.plain), -9, chance.pick([66_000, 88_000]), '聘金'],
  ] as const
  for (const [payee, offset, yuan, words] of costs)
    pay(world, from, payee, yuan * 100, moment(day + offset, chance.whole(560, 1_200)), { words })
  for (const guest of guests.flatMap((kind) => idsOf(kind))) {
    if (guest === to || guest === from || !chance.percent(74)) continue
    const host = chance.percent(70) ? to : from
    const at = moment(day - chance.whole(0, 3), chance.whole(500, 1_350))
    const yuan = chance.pick([300, 500, 600, 600, 800, 1_000, 1_200, 1_688, 2_000])
    pay(world, guest, host, yuan * 100, at, {
      words: wordOf(world, '新婚快乐 百年好合 恭喜 随礼 -'),
      packet: false,
    })
    // Who cannot come is given something for another.
    if (chance.percent(18))
      pay(world, guest, host, chance.pick([300, 500, yuan]) * 100, at + chance.whole(1, 30) * 60_000, {
        words: wordOf(world, '替我妈随的 替阿嬷 帮阿姨带的 -'),
        packet: false,
      })
    if (!chance.percent(26)) continue
    const back = later(at, chance.whole(20, 1_500))
    world.returns.add(pay(world, host, guest, yuan * 50, back, { words: wordOf(world, '回礼 退一半 -') }).id)
  }
  for (let n = 0; n < 4; n += 1)
    pay(
      world,
      to,
      chance.pick(
        ['g-bride', 'g-young', 'g-boatToo', 'g-pack', 'g-mates'].filter((id) => isIn(world, to, id)),
      ),
      chance.pick([88, 99, 188, 200]) * 100,
      moment(day, chance.whole(600, 1_300)),
      { words: '沾沾喜气', count: 10 },
    )
}

function isIn({ groups }: EleventhWorld, id: string, group: string): boolean {
  return groups.find((one) => one.id === group)!.members.includes(id)
}
