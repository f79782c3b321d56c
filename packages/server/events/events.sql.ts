import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/**
 * Streams read events in order of `xid`, below the oldest running transaction. A transaction takes its number before
 * it waits for a packet's lock, so numbers alone could put a packet's fifth event before its fourth: an event takes
 * the greater of its own transaction's number and that of the event before it, which is committed by then.
 * Members and groups have lists of their own; who reads a packet or transfer finds its events by their source.
 */
export const insertEvent = statement<
  [sourceId: string, seq: bigint, kind: string, at: string, data: string, audience: string[]],
  object
>(
  'event_insert',
  `
  with told as (
    insert into event (source_id, seq, kind, at, data, audience, xid)
    values (
      $1, $2, $3, $4, $5::json, $6::text[],
      greatest(
        pg_current_xact_id(),
        (select before.xid from event as before where before.source_id = $1 and before.seq < $2 order by before.seq desc limit 1)
      )
    )
    returning source_id, seq, xid
  )
  insert into event_for (audience_id, xid, source_id, seq)
  select audience_id, told.xid, told.source_id, told.seq
  from unnest($6::text[]) as audience_id, told
  where left(audience_id, 4) in ('mem_', 'grp_')
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
