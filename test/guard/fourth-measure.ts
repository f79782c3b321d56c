/** The default rules on the fourth crowd's six weeks: every send judged once, and what came out as lines of text. */

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
import type { Role } from './fourth-cast.ts'
import { autumnOf, type Autumn } from './fourth-crowd.ts'
import { factsInTurn } from './fourth-facts.ts'
import { moment } from './fourth-pay.ts'
import { slipKinds } from './fourth-people.ts'

export const fourthSeed = 'osmanthus'

interface OfFourth extends Judged {
  role: Role
}

function judgeAll(autumn: Autumn): OfFourth[] {
  const told = factsInTurn(autumn).filter(({ send }) => !autumn.baits.has(send.id))
  return judgeTold(told, autumn.slips).map((one) => ({ ...one, role: autumn.roles.get(one.send.from)! }))
}

/** The figures, one a line, so that a later change shows in them. */
export function measureFourth(): string {
  const autumn = autumnOf(fourthSeed)
  const all = judgeAll(autumn)
  const ordinary = all.filter(({ slip }) => slip === null)
  const slips = all.filter(({ slip }) => slip !== null)
  const within = (from: number, to: number) =>
    ordinary.filter(({ send }) => send.at >= moment(from, 0) && send.at < moment(to, 0))
  const roles = [...new Set(ordinary.map(({ role }) => role))]
  return [
    rate('ordinary, all six weeks', ordinary),
    rate('  the first eight days', within(0, 8)),
    rate('  after them', within(8, 60)),
    rate('  Mid-Autumn and the two days after', within(18, 21)),
    rate('  the national holiday', within(24, 31)),
    ...roles.map((role) =>
      rate(
        `  of a ${role}`,
        ordinary.filter((one) => one.role === role),
      ),
    ),
    rate(
      '  the right send after a slip',
      ordinary.filter(({ send }) => send.id.endsWith('-again')),
    ),
    'ordinary sends that were stopped, by rule:',
    ...perRule(ordinary.filter(isStopped)),
    caught('slips', slips),
    ...slipKinds.map((kind) =>
      caught(
        `  ${kind}`,
        slips.filter(({ slip }) => slip!.kind === kind),
      ),
    ),
    'visible and not asked about:',
    ...slips.filter((one) => one.slip!.visible && !isAsked(one)).map((one) => inALine(autumn, one)),
    'not visible and not asked about:',
    ...slips.filter((one) => !one.slip!.visible && !isAsked(one)).map((one) => inALine(autumn, one)),
    '',
  ].join('\n')
}
