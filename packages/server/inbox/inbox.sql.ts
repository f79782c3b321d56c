import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface ReadMarkRow {
  xid: string
  at: Instant
  sourceId: string
  seq: bigint
}

/** Up to where a member has read; none where they never have. */
export const readMark = statement<[memberId: string], ReadMarkRow>(
  'inbox_read_mark',
  `select xid::text as xid, at, source_id, seq from inbox_read where member_id = $1`,
)

/** Move it forward; no row where it stands there or further already. */
export const moveMark = statement<
  [memberId: string, xid: string, at: string, sourceId: string, seq: bigint],
  { memberId: string }
>(
  'inbox_move_mark',
  `
  insert into inbox_read (member_id, xid, at, source_id, seq) values ($1, $2::xid8, $3, $4, $5)
  on conflict (member_id) do update
  set xid = excluded.xid, at = excluded.at, source_id = excluded.source_id, seq = excluded.seq
  where (inbox_read.xid, inbox_read.at, inbox_read.source_id, inbox_read.seq)
    < (excluded.xid, excluded.at, excluded.source_id, excluded.seq)
  returning member_id
  `,
)
