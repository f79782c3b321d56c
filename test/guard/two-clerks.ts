/**
 * The default rules on a crowd whose mis-sends two clerks have marked, each by a hand that knew no rule: every send
 * judged once, and what came out as lines of text. A guard could see what both of them see from the facts alone.
 */

import type { GuardFacts } from '../../packages/core/guard/facts.ts'
import type { Crowd, Told } from './crowd-facts.ts'
import {
  caught,
  inALine,
  isAsked,
  isStopped,
  judgeTold,
  perRule,
  rate,
  type Judged,
  type Marked,
} from './crowd-measured.ts'

/** What a clerk makes of a send. */
export type Clerk = (facts: GuardFacts) => { visible: boolean; why: string }

export interface MarkedCrowd extends Crowd {
  told: readonly Told[]
  /** As its own author's clerk marks them. */
  slips: ReadonlyMap<string, Marked>
}

const isOrdinary = ({ slip }: Judged) => slip === null

/** The figures, one a line, so that a later change shows in them. */
export function measureMarked(crowd: MarkedCrowd, other: Clerk): string {
  const judged = judgeTold(crowd.told, crowd.slips)
  const ordinary = judged.filter(isOrdinary)
  const slips = judged.filter((one) => !isOrdinary(one))
  const both = slips.map((one) => withBoth(one, other))
  const kinds = [...new Set(slips.map(({ slip }) => slip!.kind))].sort()
  const byOther = ordinary.filter(({ facts }) => other(facts).visible)
  return [
    rate('ordinary', ordinary),
    `  the other clerk would have stopped ${byOther.length} of them`,
    'ordinary, stopped by',
    ...perRule(ordinary.filter(isStopped)),
    caught('marked by its own clerk', slips),
    caught('marked by both clerks', both),
    ...kinds.map(
      (kind) =>
        `  ${caught(
          kind,
          both.filter(({ slip }) => slip!.kind === kind),
        )}`,
    ),
    'seen by both clerks and not asked about',
    ...both.filter((one) => one.slip!.visible && !isAsked(one)).map((one) => inALine(crowd, one)),
    'seen by one clerk and not asked about',
    ...both
      .filter((one) => !one.slip!.visible && !isAsked(one) && one.slip!.why.startsWith('one:'))
      .map((one) => inALine(crowd, one)),
    '',
  ].join('\n')
}

/** A mis-send with the word of both: visible where both see it. */
function withBoth(one: Judged, other: Clerk): Judged {
  const slip = one.slip!
  const second = other(one.facts)
  const by = [slip, second].filter(({ visible }) => visible).length
  const why = `${slip.why} / ${second.why}`
  return { ...one, slip: { ...slip, visible: by === 2, why: by === 1 ? `one: ${why}` : why } }
}
