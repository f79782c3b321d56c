import type { LinkState } from '@laisee/core/family.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** An allowance as its row stands. */
export interface FamilyRow {
  id: string
  giverId: string
  holderId: string
  state: LinkState
  monthMax: bigint
  approveAbove: bigint | null
  timeZone: string
  invitedAt: Instant
  expiresAt: Instant
  acceptedAt: Instant | null
  endedAt: Instant | null
  endedBy: string | null
  eventCount: bigint
  changedAt: Instant
}

const columns = `
  id, giver_id, holder_id, state, month_max, approve_above, time_zone, invited_at, expires_at, accepted_at, ended_at,
  ended_by, event_count, changed_at`

export const insertFamily = statement<
  [
    id: string,
    giverId: string,
    holderId: string,
    monthMax: bigint,
    approveAbove: bigint | null,
    timeZone: string,
    at: string,
    expiresAt: string,
  ],
  FamilyRow
>(
  'family_insert',
  `
  insert into family_link (
    id, giver_id, holder_id, state, month_max, approve_above, time_zone, invited_at, expires_at, event_count, changed_at
  ) values ($1, $2, $3, 'invited', $4, $5, $6, $7, $8, 1, $7)
  returning ${columns}
  `,
)

/** Accepting, changing, ending and every send that it pays wait here. */
export const lockFamily = statement<[id: string], FamilyRow>(
  'family_lock',
  `select ${columns} from family_link where id = $1 for update`,
)

export const readFamily = statement<[id: string], FamilyRow>(
  'family_read',
  `select ${columns} from family_link where id = $1`,
)

export const updateFamily = statement<
  [
    id: string,
    state: LinkState,
    monthMax: bigint,
    approveAbove: bigint | null,
    acceptedAt: string | null,
    endedAt: string | null,
    endedBy: string | null,
    eventCount: bigint,
    changedAt: string,
  ],
  object
>(
  'family_update',
  `
  update family_link
  set state = $2, month_max = $3, approve_above = $4, accepted_at = $5, ended_at = $6, ended_by = $7, event_count = $8,
      changed_at = $9
  where id = $1
  `,
)

/** The number of an allowance's next event. The caller holds its lock. */
export const takeFamilySeq = statement<
  [id: string],
  { eventCount: bigint; giverId: string; holderId: string }
>(
  'family_take_seq',
  `
  update family_link set event_count = event_count + 1
  where id = $1
  returning event_count, giver_id, holder_id
  `,
)

/** What a member gives and holds, or is offered: newest first. */
export const familiesOf = statement<[memberId: string, now: string], FamilyRow>(
  'family_of_member',
  `
  select ${columns}
  from family_link
  where (giver_id = $1 or holder_id = $1) and (state = 'active' or (state = 'invited' and expires_at > $2))
  order by invited_at desc, id desc
  `,
)

export const readFamilyMonth = statement<[linkId: string, startsAt: string], { amount: bigint }>(
  'family_month_read',
  `select amount from family_month where link_id = $1 and starts_at = $2`,
)

export const countFamilySpend = statement<
  [linkId: string, sendId: string, startsAt: string, endsAt: string, amount: bigint, at: string],
  object
>(
  'family_spend_count',
  `
  with counted as (
    insert into family_month (link_id, starts_at, ends_at, amount) values ($1, $3, $4, $5)
    on conflict (link_id, starts_at) do update set amount = family_month.amount + $5
  )
  insert into family_spend (link_id, send_id, starts_at, amount, at) values ($1, $2, $3, $5, $6)
  `,
)

export const giveBackFamilySpend = statement<[linkId: string, sendId: string, at: string], object>(
  'family_spend_give_back',
  `
  with given as (
    update family_spend set given_back_at = $3
    where link_id = $1 and send_id = $2 and given_back_at is null
    returning link_id, starts_at, amount
  )
  update family_month set amount = family_month.amount - given.amount
  from given
  where family_month.link_id = $1 and family_month.starts_at = given.starts_at
  `,
)
