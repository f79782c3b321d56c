/** A member's limits as they stand at a moment: their layers, what binds, and what was counted. */

import { ageBandDefault, ageRules, type AgeBand } from '@laisee/core/age.ts'
import { dayMs, toIso, type Instant } from '@laisee/core/instant.ts'
import {
  limitKinds,
  maxAt,
  noRule,
  strictest,
  type Bounds,
  type Counted,
  type LimitKind,
  type LimitRule,
  type LimitSums,
} from '@laisee/core/limits.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { periodsAt, type Periods } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import { readCounted, readLimits, type LimitRow } from './limits.sql.ts'

export type LimitRules = Record<LimitKind, LimitRule>

export interface MemberLimits {
  band: AgeBand
  /** The zone of the member's day and night. */
  timeZone: string
  own: LimitRules
  operator: LimitRules
}

/** A member's limits in every layer. Refuses `not_found` where there is no such member. */
export async function limitsOf(tx: Tx, memberId: string): Promise<MemberLimits> {
  const rows = await tx.run(readLimits, memberId)
  const [first] = rows
  if (!first) throw new RefusalError(refuse('not_found'))
  return {
    band: first.band ?? ageBandDefault,
    timeZone: first.keptZone ?? first.ownZone,
    own: rulesOf(rows, 'own'),
    operator: rulesOf(rows, 'operator'),
  }
}

function rulesOf(rows: readonly LimitRow[], layer: 'own' | 'operator'): LimitRules {
  const rule = (kind: LimitKind): LimitRule => {
    const row = rows.find((one) => one.layer === layer && one.kind === kind)
    if (!row) return noRule
    return { max: row.max, next: row.nextAt === null ? null : { max: row.nextMax, at: row.nextAt } }
  }
  return { share: rule('share'), send: rule('send'), day: rule('day'), month: rule('month') }
}

/** What a layer's limits are at a moment. */
export function sumsAt(rules: LimitRules, now: Instant): LimitSums {
  return {
    share: maxAt(rules.share, now),
    send: maxAt(rules.send, now),
    day: maxAt(rules.day, now),
    month: maxAt(rules.month, now),
  }
}

/** Of each kind the limit that binds at a moment. */
export function boundsAt({ band, operator, own }: MemberLimits, now: Instant): Bounds {
  return strictest({
    age: ageRules[band].limits,
    operator: sumsAt(operator, now),
    own: sumsAt(own, now),
  })
}

/** Whether anything is limited: of a member without limits nothing needs to be read. */
export function isBound(bounds: Bounds): boolean {
  return limitKinds.some((kind) => bounds[kind] !== null)
}

/** Further back than any day or month that is not over. */
const longestMs = 33 * dayMs

/** What was counted in these periods. For a decision, read it under the lock of the member's wallet. */
export async function countedIn(
  tx: Tx,
  memberId: string,
  now: Instant,
  { day, month }: Periods,
): Promise<Counted> {
  const oldest = toIso(now - longestMs)
  const row = await tx.one(
    readCounted,
    memberId,
    oldest,
    toIso(now),
    toIso(day.startsAt),
    toIso(month.startsAt),
  )
  return row!
}

/** The day and month of these limits that hold a moment. */
export function periodsOf({ timeZone }: Pick<MemberLimits, 'timeZone'>, now: Instant): Periods {
  return periodsAt(timeZone, now)
}
