import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A collection as its row stands; its shares are rows of their own. */
export interface CollectionRow {
  id: string
  askerId: string
  groupId: string | null
  note: string
  askedAt: Instant
  closedAt: Instant | null
  eventCount: bigint
  changedAt: Instant
}

/** What one member is asked for. */
export interface ShareRow {
  collectionId: string
  memberId: string
  amount: bigint
  declinedAt: Instant | null
  reminderCount: number
  remindedAt: Instant | null
  transferId: string | null
}

const columns = 'id, asker_id, group_id, note, asked_at, closed_at, event_count, changed_at'
const shareColumns = 'collection_id, member_id, amount, declined_at, reminder_count, reminded_at, transfer_id'

export const insertCollection = statement<
  [id: string, askerId: string, groupId: string | null, note: string, at: string],
  CollectionRow
>(
  'collection_insert',
  `
  insert into collection (id, asker_id, group_id, note, asked_at, changed_at) values ($1, $2, $3, $4, $5, $5)
  returning ${columns}
  `,
)

export const insertShares = statement<
  [collectionId: string, askedAt: string, memberIds: string[], amounts: bigint[]],
  object
>(
  'collection_share_insert',
  `
  insert into collection_share (collection_id, asked_at, member_id, amount)
  select $1, $2, share.member_id, share.amount
  from unnest($3::text[], $4::bigint[]) as share (member_id, amount)
  `,
)

/** The one decision point: paying, declining, reminding and closing all wait here for the collection's row. */
export const lockCollection = statement<[id: string], CollectionRow>(
  'collection_lock',
  `select ${columns} from collection where id = $1 for update`,
)

export const readCollections = statement<[ids: string[]], CollectionRow>(
  'collection_of_these',
  `select ${columns} from collection where id = any($1::text[])`,
)

export const readShares = statement<[ids: string[]], ShareRow>(
  'collection_share_of_these',
  `
  select ${shareColumns} from collection_share
  where collection_id = any($1::text[])
  order by collection_id, member_id
  `,
)

/** What a transfer paid: the share of its payer. */
export const collectionOfTransfer = statement<[memberId: string, transferId: string], ShareRow>(
  'collection_share_of_transfer',
  `select ${shareColumns} from collection_share where member_id = $1 and transfer_id = $2 limit 1`,
)

/** A collection after something happened to it, with the number that its event takes. */
export const changeCollection = statement<
  [id: string, closedAt: string | null, changedAt: string],
  CollectionRow
>(
  'collection_change',
  `
  update collection set closed_at = $2, changed_at = $3, event_count = event_count + 1
  where id = $1
  returning ${columns}
  `,
)

export const changeShare = statement<
  [
    collectionId: string,
    memberId: string,
    declinedAt: string | null,
    reminderCount: number,
    remindedAt: string | null,
    transferId: string | null,
  ],
  object
>(
  'collection_share_change',
  `
  update collection_share set declined_at = $3, reminder_count = $4, reminded_at = $5, transfer_id = $6
  where collection_id = $1 and member_id = $2
  `,
)

/** How many a member has asked that are not closed. */
export const countOpen = statement<[askerId: string], { count: number }>(
  'collection_count_open',
  `select count(*)::int as count from collection where asker_id = $1 and closed_at is null`,
)

/** What a member has asked, newest first, from before a moment and id. */
export const collectionsAsked = statement<
  [askerId: string, before: string, beforeId: string, limit: number],
  { id: string }
>(
  'collection_page_of_asker',
  `
  select id from collection
  where asker_id = $1 and (asked_at, id) < ($2::timestamptz, $3)
  order by asked_at desc, id desc
  limit $4
  `,
)

/** What a member is asked for, newest first, from before a moment and id. */
export const collectionsToPay = statement<
  [memberId: string, before: string, beforeId: string, limit: number],
  { id: string }
>(
  'collection_page_of_member',
  `
  select collection_id as id from collection_share
  where member_id = $1 and (asked_at, collection_id) < ($2::timestamptz, $3)
  order by asked_at desc, collection_id desc
  limit $4
  `,
)
