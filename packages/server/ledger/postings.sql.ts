import type { AccountKind, PostingReason } from '@laisee/core/account.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A posting as it was written. */
export interface PostingRow {
  postingNo: bigint
  fromOwnerId: string
  fromKind: AccountKind
  toOwnerId: string
  toKind: AccountKind
  currency: string
  amount: bigint
  reason: PostingReason
  at: Instant
}

/** Every posting of a source, in order. */
export const readPostings = statement<[sourceId: string, limit: number], PostingRow>(
  'posting_of_source',
  `
  select posting_no, from_owner_id, from_kind, to_owner_id, to_kind, currency, amount, reason, at
  from posting
  where source_id = $1
  order by posting_no
  limit $2
  `,
)
