/**
 * The default rules on the fifth crowd's fourteen weeks: every send judged once, and what came out as lines
 * of text.
 */

import { hourMs } from '../../packages/core/instant.ts'
import {
  caught,
  inALine,
  isAsked,
  isStopped,
  judgeTold,
  perRule,
  rate,
  type Judged,
} from './crowd-measured.ts'
import { circles } from './fifth-cast.ts'
import { fifthOf, fifthSeed } from './fifth-crowd.ts'
import { slipKinds } from './fifth-world.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June']
const monthOf = ({ send }: Judged) => months[new Date(send.at + 8 * hourMs).getUTCMonth()]!

/** The figures, one a line, so that a later change shows in them. */
export function measureFifth(): string {
  const spring = fifthOf(fifthSeed)
  const judged = judgeTold(spring.told, spring.slips)
  const ordinary = judged.filter(({ slip }) => slip === null)
  const slips = judged.filter(({ slip }) => slip !== null)
  const byMonth = Map.groupBy(ordinary, monthOf)
  const byKind = Map.groupBy(ordinary, ({ send }) => spring.kinds.get(send.from)!)
  const ofKind = (kind: string) => slips.filter(({ slip }) => slip!.kind === kind)
  const missed = slips.filter((one) => one.slip!.visible && !isAsked(one))
  const hidden = slips.filter((one) => !one.slip!.visible)
  return [
    rate('ordinary', ordinary),
    ...[...byMonth].map(([month, some]) => `  ${rate(month, some)}`),
    ...[...circles, 'payee' as const].map((kind) => `  ${rate(kind, byKind.get(kind) ?? [])}`),
    'ordinary, stopped by',
    ...perRule(ordinary.filter(isStopped)),
    caught('mis-sends', slips),
    ...slipKinds.map((kind) => `  ${caught(kind, ofKind(kind))}`),
    'visible and not asked about',
    ...missed.map((one) => inALine(spring, one)),
    'not visible',
    ...hidden.map((one) => inALine(spring, one)),
    '',
  ].join('\n')
}
