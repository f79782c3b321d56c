import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface KeyRow {
  id: string
  name: string
  scopes: string[]
  demo: boolean
  eventCount: bigint
  createdAt: Instant
  changedAt: Instant
  expiresAt: Instant | null
  revokedAt: Instant | null
  previousUntil: Instant | null
}

export interface KeySecretRow extends KeyRow {
  secretHash: Buffer
  previousHash: Buffer | null
  now: Instant
}

export const insertKey = statement<
  [
    id: string,
    secretHash: Buffer,
    name: string,
    scopes: string[],
    demo: boolean,
    at: string,
    expiresAt: string | null,
  ],
  object
>(
  'key_insert',
  `
  insert into api_key (id, secret_hash, name, scopes, demo, event_count, created_at, changed_at, expires_at)
  values ($1, $2, $3, $4, $5, 1, $6, $6, $7)
  `,
)

/** A key with what its secret is checked against, and the time to judge it by. */
export const readKeySecret = statement<[id: string], KeySecretRow>(
  'key_read_secret',
  `
  select
    id, name, scopes, demo, event_count, created_at, changed_at, expires_at, revoked_at, previous_until, secret_hash, previous_hash,
    (select date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond')) from clock) as now
  from api_key
  where id = $1
  `,
)

export const readKeyRow = statement<[id: string], KeyRow>(
  'key_read',
  `
  select id, name, scopes, demo, event_count, created_at, changed_at, expires_at, revoked_at, previous_until
  from api_key
  where id = $1
  `,
)

export const lockKey = statement<[id: string], KeyRow & { secretHash: Buffer }>(
  'key_lock',
  `
  select id, name, scopes, demo, event_count, created_at, changed_at, expires_at, revoked_at, previous_until, secret_hash
  from api_key
  where id = $1
  for update
  `,
)

export const rotateKeyRow = statement<
  [id: string, secretHash: Buffer, previousHash: Buffer | null, previousUntil: string | null, at: string],
  object
>(
  'key_rotate',
  `
  update api_key
  set secret_hash = $2, previous_hash = $3, previous_until = $4, event_count = event_count + 1, changed_at = $5
  where id = $1
  `,
)

export const revokeKeyRow = statement<[id: string, at: string], object>(
  'key_revoke',
  `
  update api_key
  set revoked_at = $2, previous_hash = null, previous_until = null, event_count = event_count + 1, changed_at = $2
  where id = $1
  `,
)

/** A page of keys, newest first, from before a moment and id. */
export const pageOfKeys = statement<[before: string, beforeId: string, limit: number], KeyRow>(
  'key_page',
  `
  select id, name, scopes, demo, event_count, created_at, changed_at, expires_at, revoked_at, previous_until
  from api_key
  where (created_at, id) < ($1::timestamptz, $2)
  order by created_at desc, id desc
  limit $3
  `,
)
