/** The wrong sum: a zero too many, a point that was lost, and the same once more after a slow answer. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { drawMeant, goWrong, pastOf, sentTo, type Used } from './fourth-slip.ts'
import type { Slip, World } from './fourth-people.ts'
import { yuanOf } from './fourth-wrong-people.ts'

/** Eighteen zeros, ten points, fourteen repeated. */
export function withWrongSums(world: World, used: Used): void {
  const { chance } = world
  const isOne = ({ to }: Send) => recipientOf(to) !== undefined
  const most = 3_500_000n
  for (const send of drawMeant(
    world,
    used,
    18,
    (one) => isOne(one) && one.total % 100n === 0n && one.total * 10n <= most,
  ))
    toomuch(world, send, 10n, 'extra_zero')
  const hasPoint = (one: Send) => isOne(one) && one.total % 100n !== 0n && one.total % 10n === 0n
  for (const send of drawMeant(world, used, 10, (one) => hasPoint(one) && one.total * 10n <= most))
    toomuch(world, send, 10n, 'lost_point')
  for (const send of drawMeant(world, used, 14, () => true)) {
    const { total } = send
    const slip: Slip = {
      kind: 'twice',
      meant: `once ${yuanOf(total)}`,
      visible: true,
      why: 'the same sum to the same, a moment ago',
    }
    const at = send.at + chance.whole(12, 240) * 1_000
    goWrong(
      world,
      send,
      slip,
      { at, screen: { chosenFrom: 'chat', dwellMs: chance.whole(900, 6_000), amountEdits: 0 } },
      false,
    )
  }
}

const middle = (list: readonly Send[]) =>
  list.map(({ total }) => total).sort((a, b) => Number(a - b))[list.length >> 1] ?? 0n

/** A packet for one holds 200 yuan at most, so what is more than that was a transfer. */
function toomuch(world: World, send: Send, times: bigint, kind: 'extra_zero' | 'lost_point'): void {
  const { chance } = world
  const total = send.total * times
  const past = pastOf(world, send)
  const same = sentTo(past, recipientOf(send.to)!).filter(({ to }) => recipientOf(to) !== undefined)
  const most = (list: readonly Send[]) =>
    list.reduce((high, one) => (one.total > high ? one.total : high), 0n)
  const beyond =
    same.length >= 3
      ? total > most(same) && total >= middle(same) * 5n
      : total >= most(past) * 2n && past.length >= 5
  const standing = same.filter((one) => one.total === send.total).length >= 2
  const why = standing
    ? 'ten times a sum that always goes to this one'
    : beyond
      ? same.length >= 3
        ? 'more than this one ever got, and five times what is usual'
        : 'twice as much as the sender ever sent'
      : 'as much was sent before, or the usual is not so far below, or there is no past to compare with'
  const slip: Slip = { kind, meant: yuanOf(send.total), visible: standing || beyond, why }
  const drawn =
    send.kind === 'direct' && total > 20_000n ? ({ ...send, kind: 'transfer', claims: [] } as const) : send
  if (drawn !== send) world.sends.splice(world.sends.indexOf(send), 1, drawn)
  goWrong(world, drawn, slip, { total, screen: { amountEdits: chance.pick([0, 0, 0, 1]) } })
}
