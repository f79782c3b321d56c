import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface HeadRow {
  origin: string
  size: bigint
  xid: string
  sourceId: string
  seq: bigint
}

/** The head, locked: one sequencer at a time. */
export const lockHead = statement<[], HeadRow>(
  'log_head_lock',
  `update log_head set size = size where only_row returning origin, size, xid::text as xid, source_id, seq`,
)

export const readHead = statement<[], HeadRow>(
  'log_head_read',
  `select origin, size, xid::text as xid, source_id, seq from log_head where only_row`,
)

export const moveHead = statement<[size: bigint, xid: string, sourceId: string, seq: bigint], object>(
  'log_head_move',
  `update log_head set size = $1, xid = $2::xid8, source_id = $3, seq = $4 where only_row`,
)

export interface LeafRow {
  idx: bigint
  sourceId: string
  seq: bigint
  /** Null once it is forgotten. */
  salt: Buffer | null
  hash: Buffer
  kind: string
  at: Instant
  /** Who did it, where the event says so. */
  actor: string | null
}

export const insertLeaves = statement<
  [
    first: bigint,
    sourceIds: string[],
    seqs: bigint[],
    salts: Buffer[],
    hashes: Buffer[],
    kinds: string[],
    ats: string[],
    actors: (string | null)[],
  ],
  object
>(
  'log_leaf_insert',
  `
  insert into log_leaf (idx, source_id, seq, salt, hash, kind, at, actor)
  select $1::bigint + leaf.no - 1, leaf.source_id, leaf.seq, leaf.salt, leaf.hash, leaf.kind, leaf.at, leaf.actor
  from unnest($2::text[], $3::bigint[], $4::bytea[], $5::bytea[], $6::text[], $7::timestamptz[], $8::text[])
    with ordinality as leaf (source_id, seq, salt, hash, kind, at, actor, no)
  `,
)

/** The leaves of one source, by its own numbers. */
export const readLeavesOf = statement<[sourceId: string], LeafRow>(
  'log_leaf_of_source',
  `select idx, source_id, seq, salt, hash, kind, at, actor from log_leaf where source_id = $1 order by seq`,
)

/** Leaves in their order, from one on. */
export const readLeaves = statement<[from: bigint, limit: number], LeafRow>(
  'log_leaf_read',
  `select idx, source_id, seq, salt, hash, kind, at, actor from log_leaf where idx >= $1 order by idx limit $2`,
)

export interface TileRow {
  level: number
  idx: bigint
  hashes: Buffer
}

export const readTiles = statement<[levels: number[], indexes: bigint[]], TileRow>(
  'log_tile_read',
  `
  select log_tile.level, log_tile.idx, log_tile.hashes
  from unnest($1::integer[], $2::bigint[]) as wanted (level, idx)
  join log_tile on log_tile.level = wanted.level and log_tile.idx = wanted.idx
  `,
)

export const writeTiles = statement<[levels: number[], indexes: bigint[], hashes: Buffer[]], object>(
  'log_tile_write',
  `
  insert into log_tile (level, idx, hashes)
  select level, idx, hashes from unnest($1::integer[], $2::bigint[], $3::bytea[]) as tile (level, idx, hashes)
  on conflict (level, idx) do update set hashes = excluded.hashes
  `,
)

/** How much of a tree is kept. */
export const measureTiles = statement<[], { tiles: bigint; bytes: bigint }>(
  'log_tile_measure',
  `select count(*) as tiles, coalesce(sum(length(hashes)), 0)::bigint as bytes from log_tile`,
)

export interface CheckpointRow {
  size: bigint
  root: Buffer
  at: Instant
  /** Ties it to the one before it (checkpoint-chain.ts). */
  chain: Buffer
}

export const insertCheckpoint = statement<[size: bigint, root: Buffer, at: string, chain: Buffer], object>(
  'log_checkpoint_insert',
  `insert into log_checkpoint (size, root, at, chain) values ($1, $2, $3, $4)`,
)

export const readLastCheckpoint = statement<[], CheckpointRow>(
  'log_checkpoint_last',
  `select size, root, at, chain from log_checkpoint order by size desc limit 1`,
)

/** Checkpoints above a size, the smaller first. */
export const readCheckpoints = statement<[above: bigint, limit: number], CheckpointRow>(
  'log_checkpoint_read',
  `select size, root, at, chain from log_checkpoint where size > $1 order by size limit $2`,
)

/** Events that stand at a place or before it and are no leaf: the first of them. */
export const eventsWithoutLeaf = statement<
  [xid: string, sourceId: string, seq: bigint, limit: number],
  { sourceId: string; seq: bigint; kind: string }
>(
  'log_events_without_leaf',
  `
  select event.source_id, event.seq, event.kind
  from event
  where (event.xid, event.source_id, event.seq) <= ($1::xid8, $2, $3)
    and not exists (
      select 1 from log_leaf where log_leaf.source_id = event.source_id and log_leaf.seq = event.seq
    )
  order by event.xid, event.source_id, event.seq
  limit $4
  `,
)
