import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A transfer's place among what passed between two members: in order of delivery. */
export interface TransferPlaceRow {
  id: string
  deliverAt: Instant
}

/** The last transfer between a member and another one, with the moment at which the member knew of it. */
export interface LatestTransferRow extends TransferPlaceRow {
  memberId: string
  at: Instant
}

/** What one member sent to another, as one of the two may see it, from before a place. */
export const transfersFromTo = statement<
  [
    payerId: string,
    payeeId: string,
    viewerId: string,
    now: string,
    before: string,
    beforeId: string,
    limit: number,
  ],
  TransferPlaceRow
>(
  'transfer_page_of_pair',
  `
  select id, deliver_at
  from transfer
  where payer_id = $1 and payee_id = $2
    and (payer_id = $3 or (deliver_at <= $4::timestamptz and state not in ('undone', 'approving', 'rejected')))
    and (deliver_at, id) < ($5::timestamptz, $6)
  order by deliver_at desc, id desc
  limit $7
  `,
)

/** The last transfer a member sent to each other one. */
export const latestSentTransfers = statement<[payerId: string], LatestTransferRow>(
  'transfer_latest_sent',
  `
  select distinct on (payee_id) payee_id as member_id, id, deliver_at, sent_at as at
  from transfer
  where payer_id = $1
  order by payee_id, deliver_at desc, id desc
  `,
)

/** The last transfer of each other member to one, delivered by now. */
export const latestReceivedTransfers = statement<[payeeId: string, now: string], LatestTransferRow>(
  'transfer_latest_received',
  `
  select distinct on (payer_id) payer_id as member_id, id, deliver_at, deliver_at as at
  from transfer
  where payee_id = $1 and deliver_at <= $2::timestamptz and state not in ('undone', 'approving', 'rejected')
  order by payer_id, deliver_at desc, id desc
  `,
)

/** The last transfer a member sent to each of these that did not come back, and how many there are. */
export const transfersPaidTo = statement<
  [payerId: string, memberIds: string[], now: string],
  { memberId: string; paidAt: Instant; amount: bigint; paidCount: number }
>(
  'transfer_paid_to_members',
  `
  select distinct on (payee_id)
    payee_id as member_id, sent_at as paid_at, amount, count(*) over (partition by payee_id)::int as paid_count
  from transfer
  where payer_id = $1 and payee_id = any($2::text[])
    and (
      state = 'arrived'
      or (state in ('approving', 'held', 'undo', 'waiting') and (accepted_at is not null or accept_by is null or accept_by > $3::timestamptz))
    )
  order by payee_id, sent_at desc, id desc
  `,
)
