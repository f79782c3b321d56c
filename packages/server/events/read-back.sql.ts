import type { EventKind } from '@laisee/core/events.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'
import type { PlaceRow } from './read.sql.ts'

/** The latest of one audience's places up to a transaction's number, each transaction whole. */
export const readPlacesBack = statement<[audienceId: string, xidMax: string, limit: number], PlaceRow>(
  'stream_read_places_back',
  `
  select xid::text as xid, source_id, seq
  from event_for
  where audience_id = $1 and event_for.xid <= $2::xid8 and event_for.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by event_for.xid desc
  fetch first $3 rows with ties
  `,
)

export interface HeadRow extends PlaceRow {
  kind: EventKind
  at: Instant
}

/** Those of these events that are of some kinds, without what they tell: a batch of claims can be long. */
export const readHeads = statement<[sourceIds: string[], seqs: bigint[], kinds: string[]], HeadRow>(
  'stream_read_heads',
  `
  select event.xid::text as xid, event.source_id, event.seq, event.kind, event.at
  from unnest($1::text[], $2::bigint[]) as wanted (source_id, seq)
  join event on event.source_id = wanted.source_id and event.seq = wanted.seq
  where event.kind = any($3::text[])
  `,
)

/** Every event of some kinds that these sources have told. */
export const readKindsOfSources = statement<
  [sourceIds: string[], kinds: string[]],
  { sourceId: string; seq: bigint; kind: EventKind }
>(
  'stream_read_kinds_of_sources',
  `
  select source_id, seq, kind
  from event
  where source_id = any($1::text[]) and kind = any($2::text[]) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
  `,
)
