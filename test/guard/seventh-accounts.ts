/** The seventh crowd's mis-sends of other kinds: returns to another account, copied accounts, the same again. */

import type { Send } from '../../packages/cli/replay/day.ts'
import { minuteMs, secondMs } from '../../packages/core/instant.ts'
import { later, pay, targetOf } from './seventh-pay.ts'
import { candidates, isLike, isToOne, listOf, spoil } from './seventh-slip.ts'
import { addPerson, keep, nameOf, type SeventhWorld } from './seventh-world.ts'

/** Money that came by mistake or for keeping goes back to somebody who did not send it. */
export function wrongReturns(world: SeventhWorld, count: number): void {
  const { chance } = world
  for (const came of candidates(world)
    .filter(isToOne)
    .filter(({ from, total }) => world.contacts.has(from) && total > 3_000n)) {
    if (world.circleOf.get(targetOf(came)) === 'payee') continue
    const giver = nameOf(world, came.from)
    const others = listOf(world, { ...came, from: targetOf(came) }).filter((one) => one !== came.from)
    const like = others.filter((one) => isLike(nameOf(world, one), giver))
    if (others.length === 0) continue
    const back = pay(
      world,
      targetOf(came),
      came.from,
      Number(came.total),
      later(came.at, chance.whole(5, 1_500)),
      {
        words: chance.pick(['退回', '还你', '', '多转了，退你']),
      },
    )
    spoil(world, 'wrong_return', back, { to: chance.pick(like.length > 0 ? like : others) })
    if ([...world.slips.values()].filter(({ kind }) => kind === 'wrong_return').length >= count) return
  }
}

/** A new account with the name of somebody paid before; sometimes it is already among the contacts. */
export function clones(world: SeventhWorld, count: number): void {
  const { chance } = world
  for (const send of candidates(world)
    .filter(({ to, total }) => to.way === 'members' && total >= 10_000n)
    .slice(0, count)) {
    const meant = targetOf(send)
    const twin = addPerson(world, nameOf(world, meant), 'payee')
    if (chance.percent(50)) keep(world, send.from, twin, { alias: null, relation: null })
    if (chance.percent(50)) {
      send.greeting = chance.pick(['急用，先借我', '周转一下', '先垫一下'])
      send.total = BigInt(chance.pick([500, 800, 1_000, 2_000, 3_000]) * 100)
      send.kind = 'transfer'
    }
    spoil(world, 'clone', send, {
      to: twin,
      screen: { chosenFrom: chance.pick(['chat', 'chat', 'link', 'recent']) },
    })
  }
}

/** The same again, since it seemed not to have gone or since one forgot. */
export function twice(world: SeventhWorld, count: number): void {
  const { chance, screens, slips } = world
  for (const send of candidates(world).slice(0, count)) {
    const after = chance.percent(65) ? chance.whole(20, 600) * secondMs : chance.whole(60, 2_900) * minuteMs
    const copy: Send = { ...send, id: `n${String(++world.laid).padStart(5, '0')}`, at: send.at + after }
    world.sends.push(copy)
    const seen = screens.get(send.id)
    if (seen) screens.set(copy.id, { ...seen, dwellMs: chance.whole(2_000, 9_000) })
    slips.set(copy.id, { kind: 'twice', meant: 'nothing', visible: false, why: '' })
  }
}
