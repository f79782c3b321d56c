import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface BlockRow {
  memberId: string
  createdAt: Instant
}

export const insertBlock = statement<[ownerId: string, memberId: string, at: string], BlockRow>(
  'block_insert',
  `
  insert into block (owner_id, member_id, created_at) values ($1, $2, $3)
  on conflict (owner_id, member_id) do nothing
  returning member_id, created_at
  `,
)

export const readBlock = statement<[ownerId: string, memberId: string], BlockRow>(
  'block_read',
  `select member_id, created_at from block where owner_id = $1 and member_id = $2`,
)

export const deleteBlock = statement<[ownerId: string, memberId: string], BlockRow>(
  'block_delete',
  `
  delete from block
  where owner_id = $1 and member_id = $2
  returning member_id, created_at
  `,
)

/** A page of whom a member has blocked, latest first, from before a moment and id. */
export const pageOfBlocks = statement<
  [ownerId: string, before: string, beforeId: string, limit: number],
  BlockRow
>(
  'block_page',
  `
  select member_id, created_at
  from block
  where owner_id = $1 and (created_at, member_id) < ($2::timestamptz, $3)
  order by created_at desc, member_id desc
  limit $4
  `,
)

export const blockedBy = statement<[ownerId: string, memberIds: string[]], { memberId: string }>(
  'block_of_these',
  `select member_id from block where owner_id = $1 and member_id = any($2::text[])`,
)

export const blockersOf = statement<[memberId: string, ownerIds: string[]], { memberId: string }>(
  'block_by_these',
  `select owner_id as member_id from block where member_id = $1 and owner_id = any($2::text[])`,
)
