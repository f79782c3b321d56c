import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export const insertEvent = statement<[sourceId: string, seq: bigint, kind: string, at: string, data: string, audience: string[]], object>(
  'event_insert',
  `
  with told as (
    insert into event (source_id, seq, kind, at, data) values ($1, $2, $3, $4, $5::jsonb)
    returning source_id, seq
  )
  insert into event_for (audience_id, source_id, seq)
  select audience_id, told.source_id, told.seq
  from unnest($6::text[]) as audience_id, told
  `,
)

export interface EventRow {
  sourceId: string
  seq: bigint
  kind: string
  at: Instant
  data: Record<string, unknown>
  xid: string
}
