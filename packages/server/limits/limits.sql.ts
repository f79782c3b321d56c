import type { AgeBand } from '@laisee/core/age.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { LimitKind } from '@laisee/core/limits.ts'
import { statement } from '../db/statement.ts'

/** One limit beside its member; a member without any is one row without a layer. */
export interface LimitRow {
  ownZone: string
  band: AgeBand | null
  keptZone: string | null
  layer: 'operator' | 'own' | null
  kind: LimitKind | null
  max: bigint | null
  nextMax: bigint | null
  nextAt: Instant | null
}

export const readLimits = statement<[memberId: string], LimitRow>(
  'limit_read',
  `
  select
    member.time_zone as own_zone, limit_profile.band, limit_profile.time_zone as kept_zone,
    limit_rule.layer, limit_rule.kind, limit_rule.max, limit_rule.next_max, limit_rule.next_at
  from member
  left join limit_profile on limit_profile.member_id = member.id
  left join limit_rule on limit_rule.member_id = member.id
  where member.id = $1
  `,
)

export const putProfile = statement<
  [memberId: string, band: AgeBand, timeZone: string | null, at: string],
  object
>(
  'limit_profile_put',
  `
  insert into limit_profile (member_id, band, time_zone, changed_at) values ($1, $2, $3, $4)
  on conflict (member_id) do update set band = $2, time_zone = $3, changed_at = $4
  `,
)

export const putRule = statement<
  [
    memberId: string,
    layer: 'operator' | 'own',
    kind: LimitKind,
    max: bigint | null,
    nextMax: bigint | null,
    nextAt: string | null,
  ],
  object
>(
  'limit_rule_put',
  `
  insert into limit_rule (member_id, layer, kind, max, next_max, next_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (member_id, layer, kind) do update set max = $4, next_max = $5, next_at = $6
  `,
)

/**
 * What counts in the present day and month: every counted day that was not over when the present one began. No day or
 * month is longer than the time from `oldest` to now.
 */
export const readCounted = statement<
  [memberId: string, oldest: string, now: string, dayStartsAt: string, monthStartsAt: string],
  { day: bigint; month: bigint }
>(
  'spent_read',
  `
  select
    coalesce(sum(amount) filter (where ends_at > $4), 0)::bigint as day,
    coalesce(sum(amount) filter (where ends_at > $5 or month_ends_at > $3), 0)::bigint as month
  from spent_day
  where member_id = $1 and ends_at > $2
  `,
)

/** Count a send, under the lock of the wallet that the decision was made under. */
export const countSpend = statement<
  [
    memberId: string,
    sendId: string,
    startsAt: string,
    endsAt: string,
    monthEndsAt: string,
    amount: bigint,
    at: string,
  ],
  object
>(
  'spent_count',
  `
  with counted as (
    insert into spent_day (member_id, starts_at, ends_at, month_ends_at, amount) values ($1, $3, $4, $5, $6)
    on conflict (member_id, starts_at, ends_at) do update
    set amount = spent_day.amount + $6, month_ends_at = greatest(spent_day.month_ends_at, $5)
  )
  insert into spend (member_id, send_id, starts_at, ends_at, amount, at) values ($1, $2, $3, $4, $6, $7)
  `,
)

/** Give a send's sum back to the day it was counted in, once. */
export const giveBackSpend = statement<[memberId: string, sendId: string, at: string], object>(
  'spent_give_back',
  `
  with given as (
    update spend set given_back_at = $3
    where member_id = $1 and send_id = $2 and given_back_at is null
    returning member_id, starts_at, ends_at, amount
  )
  update spent_day set amount = spent_day.amount - given.amount
  from given
  where spent_day.member_id = $1 and spent_day.starts_at = given.starts_at and spent_day.ends_at = given.ends_at
  `,
)
