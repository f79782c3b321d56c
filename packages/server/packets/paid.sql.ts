import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface PaidRow {
  memberId: string
  paidAt: Instant
  amount: bigint
  paidCount: number
}

/** The last packet a member sent to each of these alone that did not come back, and how many there are. */
export const packetsPaidTo = statement<[payerId: string, memberIds: string[], now: string], PaidRow>(
  'packet_paid_to_members',
  `
  select distinct on (recipient_id)
    recipient_id as member_id, sent_at as paid_at, total as amount, count(*) over (partition by recipient_id)::int as paid_count
  from packet
  where payer_id = $1 and recipient_id = any($2::text[]) and not test
    and (claimed_count > 0 or (state in ('approving', 'held', 'undo', 'open', 'paused') and expire_at > $3::timestamptz))
  order by recipient_id, sent_at desc, id desc
  `,
)

/** When a member last sent to each of these groups a packet that did not come back whole. */
export const packetsPaidToGroups = statement<
  [payerId: string, groupIds: string[], now: string],
  { groupId: string; paidAt: Instant }
>(
  'packet_paid_to_groups',
  `
  select group_id, max(sent_at) as paid_at
  from packet
  where payer_id = $1 and group_id = any($2::text[]) and not test
    and (claimed_count > 0 or (state in ('approving', 'held', 'undo', 'open', 'paused') and expire_at > $3::timestamptz))
  group by group_id
  `,
)
