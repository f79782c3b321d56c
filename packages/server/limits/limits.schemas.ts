/** Limits as the API says them: what binds, who set it, what was counted, what is left and when it starts again. */

import { Type, type Static } from 'typebox'
import { ageBands, ageRules } from '@laisee/core/age.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import {
  leftOf,
  limitKinds,
  limitLayers,
  maxAt,
  type LimitKind,
  type LimitRule,
} from '@laisee/core/limits.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { wallTimePattern } from '@laisee/core/quiet.ts'
import type { Tx } from '../db/db.ts'
import { BalanceSchema, closed, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import type { AskedLimits } from './change-limits.ts'
import { boundsAt, countedIn, limitsOf, periodsOf, sumsAt, type MemberLimits } from './read-limits.ts'

const SumSchema = nullable(
  Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'The most, in fen; null for no limit.',
  }),
)

/** What is not said stays as it is. */
export const LimitsBody = closed({
  share: Type.Optional(SumSchema),
  send: Type.Optional(SumSchema),
  day: Type.Optional(SumSchema),
  month: Type.Optional(SumSchema),
})

/** The limits a body asks for. */
export function askedLimits(body: Static<typeof LimitsBody>): AskedLimits {
  const asked: AskedLimits = {}
  for (const kind of limitKinds) {
    const fen = body[kind]
    if (fen !== undefined) asked[kind] = fen === null ? null : BigInt(fen)
  }
  return asked
}

const LimitSchema = named('Limit', 'One limit of a member.', {
  kind: oneOf(limitKinds),
  max: nullable(BalanceSchema),
  layer: nullable(oneOf(limitLayers, 'Who set the limit that binds, the strictest of all.')),
  counted: nullable(BalanceSchema),
  left: nullable(BalanceSchema),
  renewsAt: nullable(MomentSchema),
  age: nullable(BalanceSchema),
  operator: nullable(BalanceSchema),
  own: nullable(BalanceSchema),
  ownNext: nullable(
    named('NextLimit', 'A raise that waits.', { max: nullable(BalanceSchema), at: MomentSchema }),
  ),
})

export const LimitsSchema = named('MemberLimits', 'What a member may send, and what is left of it.', {
  band: oneOf(ageBands),
  timeZone: Type.String({ description: 'Whose calendar days and months count.' }),
  limits: Type.Array(LimitSchema),
  stepUpAlways: Type.Boolean(),
  night: nullable(
    closed({
      from: Type.String({ pattern: wallTimePattern }),
      until: Type.String({ pattern: wallTimePattern }),
    }),
  ),
  groupLucky: Type.Boolean(),
  guardianApprovalAbove: nullable(BalanceSchema),
})

const json = (amount: bigint | null) => (amount === null ? null : amountToJson(amount))

/** A member's limits as they are now. */
export async function showLimits(tx: Tx, memberId: string): Promise<Static<typeof LimitsSchema>> {
  const limits = await limitsOf(tx, memberId)
  const now = await tx.now()
  const periods = periodsOf(limits, now)
  const counted = await countedIn(tx, memberId, now, periods)
  const { stepUpAlways, night, groupLucky, guardianApprovalAbove } = ageRules[limits.band]
  const line = (kind: LimitKind) => {
    const bound = boundsAt(limits, now)[kind]
    const counts = kind === 'day' || kind === 'month' ? { sum: counted[kind], ...periods[kind] } : null
    return {
      kind,
      max: json(bound?.max ?? null),
      layer: bound?.layer ?? null,
      counted: json(counts?.sum ?? null),
      left: bound && counts ? json(leftOf(bound.max, counts.sum)) : null,
      renewsAt: counts && toIso(counts.endsAt),
      ...layersOf(limits, kind, now),
    }
  }
  return {
    band: limits.band,
    timeZone: limits.timeZone,
    limits: limitKinds.map(line),
    stepUpAlways,
    night,
    groupLucky,
    guardianApprovalAbove: json(guardianApprovalAbove),
  }
}

function layersOf({ band, own, operator }: MemberLimits, kind: LimitKind, now: Instant) {
  return {
    age: json(ageRules[band].limits[kind]),
    operator: json(sumsAt(operator, now)[kind]),
    own: json(maxAt(own[kind], now)),
    ownNext: nextOf(own[kind], now),
  }
}

function nextOf({ next }: LimitRule, now: Instant) {
  return next && now < next.at ? { max: json(next.max), at: toIso(next.at) } : null
}
