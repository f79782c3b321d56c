import type { Instant } from '@laisee/core/instant.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { statement } from '../db/statement.ts'

export interface PlaceRow {
  xid: string
  sourceId: string
  seq: bigint
}

export interface EventRow extends PlaceRow {
  kind: EventKind
  at: Instant
  data: Record<string, unknown>
}

/** Where the streams end now: every transaction before this number has ended, so nothing can appear below it. */
export const readEnd = statement<[], { below: string }>(
  'stream_read_end',
  `select pg_snapshot_xmin(pg_current_snapshot())::text as below`,
)

export interface ToldRow extends EventRow {
  /** Members, groups and the source's own id. */
  audience: string[]
}

/** Every event after a place, below the oldest running transaction, in order, with whom it is told to. */
export const readAfter = statement<[xid: string, sourceId: string, seq: bigint, limit: number], ToldRow>(
  'stream_read_after',
  `
  select xid::text as xid, source_id, seq, kind, at, data, audience
  from event
  where (xid, source_id, seq) > ($1::xid8, $2, $3) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by event.xid, source_id, seq
  limit $4
  `,
)

/** The places of one audience's events after a place, below the oldest running transaction, in order. */
export const readPlacesFor = statement<
  [audienceId: string, xid: string, sourceId: string, seq: bigint, limit: number],
  PlaceRow
>(
  'stream_read_places',
  `
  select xid::text as xid, source_id, seq
  from event_for
  where audience_id = $1 and (xid, source_id, seq) > ($2::xid8, $3, $4)
    and event_for.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by event_for.xid, source_id, seq
  limit $5
  `,
)

export const readEvents = statement<[sourceIds: string[], seqs: bigint[]], EventRow>(
  'stream_read_events',
  `
  select event.xid::text as xid, event.source_id, event.seq, event.kind, event.at, event.data
  from unnest($1::text[], $2::bigint[]) as wanted (source_id, seq)
  join event on event.source_id = wanted.source_id and event.seq = wanted.seq
  `,
)

/** One source's events after a number of its own, and whether each is told to whoever may read the source. */
export const readSource = statement<
  [sourceId: string, afterSeq: bigint, limit: number],
  EventRow & { isShared: boolean }
>(
  'stream_read_source',
  `
  select xid::text as xid, source_id, seq, kind, at, data, source_id = any(audience) as is_shared
  from event
  where source_id = $1 and seq > $2
  order by seq
  limit $3
  `,
)

/**
 * One source's events that are told to one of these; where a field is named, those that name one of these ids in it.
 */
export const readSourceTold = statement<
  [sourceId: string, audience: string[], field: string | null, ids: string[], limit: number],
  EventRow
>(
  'stream_read_source_told',
  `
  select xid::text as xid, source_id, seq, kind, at, data
  from event
  where source_id = $1 and audience && $2::text[] and ($3::text is null or data ->> $3 = any($4::text[]))
  order by seq
  limit $5
  `,
)

/** The last number of a source's events, for whoever joins its stream now. */
export const readLastSeq = statement<[sourceId: string], { seq: bigint }>(
  'stream_read_last_seq',
  `select seq from event where source_id = $1 order by seq desc limit 1`,
)
