import type { LadderRow } from '@laisee/core/ladder.ts'
import type { Transfer } from '@laisee/core/transfer.ts'
import { statement } from '../db/statement.ts'

/** A transfer's row: what core decides on, and the last numbers of its postings and events. */
export interface TransferRow extends Transfer, LadderRow {
  postingCount: bigint
  eventCount: bigint
  /** The allowance that paid and whose wallet it was; null where the payer's own did. */
  familyId: string | null
  paidFromId: string | null
  /** The split plan it is a part of, and which one; null where it is none. */
  planId: string | null
  planPart: number | null
}

const columns = `
  id, payer_id, payee_id, profile, currency, amount, note, delay_s, needs_acceptance, state, posting_count,
  event_count, sent_at, approve_by, held_until, held_release_from, held_reasons, deliver_at, accept_by, accepted_at, arrive_at, closed_at, closed_by, close_reason, changed_at,
  family_id, paid_from_id, ladder_part, ladder_other_id, ladder_other_amount, plan_id, plan_part`

export const insertTransfer = statement<
  [
    id: string,
    payerId: string,
    payeeId: string,
    profile: string,
    currency: string,
    amount: bigint,
    note: string,
    delayS: number,
    needsAcceptance: boolean,
    sentAt: string,
    deliverAt: string,
    acceptBy: string | null,
    arriveAt: string | null,
    expiringAt: string | null,
    state: string,
    heldUntil: string | null,
    heldReleaseFrom: string | null,
    heldReasons: string[],
    familyId: string | null,
    paidFromId: string | null,
    approveBy: string | null,
    eventCount: bigint,
    ladderPart: string | null,
    ladderOtherId: string | null,
    ladderOtherAmount: bigint | null,
    planId: string | null,
    planPart: number | null,
  ],
  TransferRow
>(
  'transfer_insert',
  `
  insert into transfer (
    id, payer_id, payee_id, profile, currency, amount, note, delay_s, needs_acceptance, sent_at, deliver_at,
    accept_by, arrive_at, expiring_at, state, held_until, held_release_from, held_reasons, family_id, paid_from_id, approve_by,
    ladder_part, ladder_other_id, ladder_other_amount, plan_id, plan_part, posting_count, event_count, changed_at
  ) values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
    $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $23, $24, $25, $26, $27, 1, $22, $10
  )
  returning ${columns}
  `,
)

/** The one decision point: undo, recall, accept, decline, arrival and return all wait here for the transfer's row. */
export const lockTransfer = statement<[id: string], TransferRow>(
  'transfer_lock',
  `select ${columns} from transfer where id = $1 for update`,
)

/** The same, for a sweep: a transfer that another server is at is left to it. */
export const lockTransferIfFree = statement<[id: string], TransferRow>(
  'transfer_lock_if_free',
  `select ${columns} from transfer where id = $1 for update skip locked`,
)

export const readTransfer = statement<[id: string], TransferRow>(
  'transfer_read',
  `select ${columns} from transfer where id = $1`,
)

/** These transfers as they stand, for a list of them. */
export const readTransfers = statement<[transferIds: string[]], TransferRow>(
  'transfer_read_several',
  `select ${columns} from transfer where id = any($1::text[])`,
)

export const updateTransfer = statement<
  [
    id: string,
    state: string,
    postingCount: bigint,
    eventCount: bigint,
    acceptedAt: string | null,
    arriveAt: string | null,
    closedAt: string | null,
    closedBy: string | null,
    closeReason: string | null,
    changedAt: string,
  ],
  object
>(
  'transfer_update',
  `
  update transfer
  set state = $2, posting_count = $3, event_count = $4, accepted_at = $5, arrive_at = $6,
      closed_at = $7, closed_by = $8, close_reason = $9, changed_at = $10
  where id = $1
  `,
)

/** The moments of a transfer whose hold ends early: with its delivery, everything after it comes forward. */
export const endTransferHold = statement<
  [
    id: string,
    heldUntil: string,
    deliverAt: string,
    acceptBy: string | null,
    arriveAt: string | null,
    expiringAt: string | null,
  ],
  object
>(
  'transfer_end_hold',
  `
  update transfer
  set held_until = $2, deliver_at = $3, accept_by = $4, arrive_at = $5, expiring_at = $6
  where id = $1
  `,
)

/** The moments of a transfer that is approved: with its hold, delivery and all behind it come forward. */
export const approveTransfer = statement<
  [
    id: string,
    heldUntil: string | null,
    heldReleaseFrom: string | null,
    deliverAt: string,
    acceptBy: string | null,
    arriveAt: string | null,
    expiringAt: string | null,
  ],
  object
>(
  'transfer_approve',
  `
  update transfer
  set held_until = $2, held_release_from = $3, deliver_at = $4, accept_by = $5, arrive_at = $6, expiring_at = $7
  where id = $1
  `,
)

export const transfersToEndHold = statement<[now: string, limit: number], { id: string }>(
  'transfer_due_to_end_hold',
  `
  select id from transfer
  where state = 'held' and held_until <= $1
  order by held_until
  limit $2
  `,
)

export const transfersToDeliver = statement<[now: string, limit: number], { id: string }>(
  'transfer_due_to_deliver',
  `
  select id from transfer
  where state in ('held', 'undo') and deliver_at <= $1
  order by deliver_at
  limit $2
  `,
)

export const transfersToArrive = statement<[now: string, limit: number], { id: string }>(
  'transfer_due_to_arrive',
  `
  select id from transfer
  where state in ('held', 'undo', 'waiting') and arrive_at <= $1
  order by arrive_at
  limit $2
  `,
)

export const transfersToReturn = statement<[now: string, limit: number], { id: string }>(
  'transfer_due_to_return',
  `
  select id from transfer
  where state in ('held', 'undo', 'waiting') and accepted_at is null and accept_by <= $1
  order by accept_by
  limit $2
  `,
)

export const transfersExpiring = statement<[now: string, limit: number], { id: string }>(
  'transfer_due_to_tell_expiring',
  `
  select id from transfer
  where state in ('held', 'undo', 'waiting') and accepted_at is null and told_expiring_at is null
    and expiring_at <= $1 and accept_by > $1
  order by expiring_at
  limit $2
  `,
)

/** Keep that it is told; no row where it was before. */
export const keepToldExpiring = statement<[transferId: string, at: string], { id: string }>(
  'transfer_keep_told_expiring',
  `
  update transfer set told_expiring_at = $2
  where id = $1 and told_expiring_at is null
  returning id
  `,
)

/** What a member has sent, newest first, from before a moment and id. */
export const transfersOfPayer = statement<
  [payerId: string, before: string, beforeId: string, limit: number],
  TransferRow
>(
  'transfer_page_of_payer',
  `
  select ${columns}
  from transfer
  where payer_id = $1 and (sent_at, id) < ($2::timestamptz, $3)
  order by sent_at desc, id desc
  limit $4
  `,
)

/**
 * What has been delivered to a member by now, newest delivery first, from before a moment and id. In the order of
 * delivery, so that a transfer whose undo window ends later never appears behind a page already read.
 */
export const transfersOfPayee = statement<
  [payeeId: string, now: string, before: string, beforeId: string, limit: number],
  TransferRow
>(
  'transfer_page_of_payee',
  `
  select ${columns}
  from transfer
  where payee_id = $1 and deliver_at <= $2 and state not in ('undone', 'approving', 'rejected') and (deliver_at, id) < ($3::timestamptz, $4)
  order by deliver_at desc, id desc
  limit $5
  `,
)
