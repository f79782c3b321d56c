import type { ReturnRequest, ReturnShare } from '@laisee/core/return-request.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** What core decides on, and the last numbers of its postings and events. */
export interface ReturnRow extends ReturnRequest {
  postingCount: bigint
  eventCount: bigint
}

export interface ShareRow extends ReturnShare {
  changedAt: Instant
}

const shareColumns = `
  source_id, recipient_id, currency, received, returned, request_count, declined_at, changed_at`

const columns = `
  id, source_id, kind, payer_id, recipient_id, currency, cause, amount, returned, message, asked_at, due_on, due_at,
  delivered_at, read_at, reminder_count, reminded_at, returned_at, declined_at, decline_reason, note, withdrawn_at,
  closed_at, served, posting_count, event_count, changed_at`

/** There from the first time that anything is asked back or given back. */
export const openShare = statement<
  [sourceId: string, recipientId: string, currency: string, received: bigint, at: string],
  object
>(
  'return_share_open',
  `
  insert into return_share (source_id, recipient_id, currency, received, changed_at) values ($1, $2, $3, $4, $5)
  on conflict (source_id, recipient_id) do nothing
  `,
)

/** The one decision point: asking, returning, declining, withdrawing and the clock all wait here for the share's row. */
export const lockShare = statement<[sourceId: string, recipientId: string], ShareRow>(
  'return_share_lock',
  `select ${shareColumns} from return_share where source_id = $1 and recipient_id = $2 for update`,
)

export const updateShare = statement<
  [
    sourceId: string,
    recipientId: string,
    returned: bigint,
    requestCount: number,
    declinedAt: string | null,
    changedAt: string,
  ],
  object
>(
  'return_share_update',
  `
  update return_share set returned = $3, request_count = $4, declined_at = $5, changed_at = $6
  where source_id = $1 and recipient_id = $2
  `,
)

/** What has been given back of each of these shares; none where nothing was ever asked or given back of it. */
export const readShares = statement<[sourceIds: string[], recipientIds: string[]], ShareRow>(
  'return_share_of_recipients',
  `
  select
    share.source_id, share.recipient_id, share.currency, share.received, share.returned, share.request_count,
    share.declined_at, share.changed_at
  from unnest($1::text[], $2::text[]) as wanted (source_id, recipient_id)
  join return_share as share on share.source_id = wanted.source_id and share.recipient_id = wanted.recipient_id
  `,
)

export const insertRequest = statement<
  [
    sourceId: string,
    id: string,
    kind: string,
    payerId: string,
    recipientId: string,
    currency: string,
    cause: string | null,
    amount: bigint,
    message: string,
    askedAt: string,
    dueOn: string | null,
    dueAt: string | null,
    served: boolean,
  ],
  ReturnRow
>(
  'return_insert',
  `
  insert into return_request (
    source_id, id, kind, payer_id, recipient_id, currency, cause, amount, message, asked_at, due_on, due_at, served,
    changed_at
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $10)
  returning ${columns}
  `,
)

export const readRequest = statement<[sourceId: string, id: string], ReturnRow>(
  'return_read',
  `select ${columns} from return_request where source_id = $1 and id = $2`,
)

/** The request of this share that has not ended, as its rows say. */
export const openRequestOf = statement<[sourceId: string, recipientId: string], ReturnRow>(
  'return_open_of_share',
  `
  select ${columns} from return_request
  where source_id = $1 and recipient_id = $2 and closed_at is null
  `,
)

/** Whether the service has handed over a request for this share across a block before. */
export const servedRequestOf = statement<[sourceId: string, recipientId: string], { id: string }>(
  'return_served_of_share',
  `select id from return_request where source_id = $1 and recipient_id = $2 and served limit 1`,
)

/** Where a request lies: asked by whoever knows only its id. */
export const whereIsRequest = statement<[id: string], { sourceId: string; recipientId: string }>(
  'return_where_is',
  `select source_id, recipient_id from return_request where id = $1`,
)

export const updateRequest = statement<
  [
    sourceId: string,
    id: string,
    returned: bigint,
    deliveredAt: string | null,
    readAt: string | null,
    reminderCount: number,
    remindedAt: string | null,
    returnedAt: string | null,
    declinedAt: string | null,
    declineReason: string | null,
    note: string,
    withdrawnAt: string | null,
    closedAt: string | null,
    postingCount: bigint,
    eventCount: bigint,
    changedAt: string,
  ],
  object
>(
  'return_update',
  `
  update return_request
  set returned = $3, delivered_at = $4, read_at = $5, reminder_count = $6, reminded_at = $7, returned_at = $8,
      declined_at = $9, decline_reason = $10, note = $11, withdrawn_at = $12, closed_at = $13, posting_count = $14,
      event_count = $15, changed_at = $16
  where source_id = $1 and id = $2
  `,
)

/** Every request about a packet or transfer, in order of asking. */
export const requestsOfSource = statement<[sourceId: string], ReturnRow>(
  'return_list_of_source',
  `select ${columns} from return_request where source_id = $1 order by asked_at, id`,
)

/** What a member has asked back, newest first, from before a moment and id. */
export const requestsOfPayer = statement<
  [payerId: string, before: string, beforeId: string, limit: number],
  ReturnRow
>(
  'return_page_of_payer',
  `
  select ${columns} from return_request
  where payer_id = $1 and (asked_at, id) < ($2::timestamptz, $3)
  order by asked_at desc, id desc
  limit $4
  `,
)

/** What a member is asked to give back, or has given back, newest first, from before a moment and id. */
export const requestsOfRecipient = statement<
  [recipientId: string, before: string, beforeId: string, limit: number],
  ReturnRow
>(
  'return_page_of_recipient',
  `
  select ${columns} from return_request
  where recipient_id = $1 and (asked_at, id) < ($2::timestamptz, $3)
  order by asked_at desc, id desc
  limit $4
  `,
)

export const requestsDue = statement<[now: string, limit: number], { id: string }>(
  'return_due_to_end',
  `
  select id from return_request
  where closed_at is null and due_at <= $1
  order by due_at
  limit $2
  `,
)
