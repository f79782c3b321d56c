import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface SessionRow {
  id: string
  memberId: string
  demo: boolean
  createdAt: Instant
  expiresAt: Instant
  revokedAt: Instant | null
  /** The host application whose token was exchanged for it. */
  hostId: string | null
}

export interface SessionSecretRow extends SessionRow {
  secretHash: Buffer
  /** Whether its host application, where it has one, is there and still means this member. */
  hostSpeaks: boolean
  now: Instant
}

export const insertSession = statement<
  [
    id: string,
    secretHash: Buffer,
    memberId: string,
    demo: boolean,
    at: string,
    expiresAt: string,
    hostId: string | null,
  ],
  object
>(
  'session_insert',
  `
  insert into session (id, secret_hash, member_id, demo, created_at, expires_at, host_id)
  values ($1, $2, $3, $4, $5, $6, $7)
  `,
)

/** A session with what its secret is checked against, and the time to judge it by. */
export const readSessionSecret = statement<[id: string], SessionSecretRow>(
  'session_read_secret',
  `
  select
    id, member_id, demo, created_at, expires_at, revoked_at, host_id, secret_hash,
    host_id is null or (
      exists (select 1 from host where host.id = session.host_id and host.revoked_at is null)
      and exists (
        select 1 from external_id
        where external_id.host_id = session.host_id and external_id.member_id = session.member_id
      )
    ) as host_speaks,
    (select date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond')) from clock) as now
  from session
  where id = $1
  `,
)

export const lockSession = statement<[id: string], SessionRow>(
  'session_lock',
  `
  select id, member_id, demo, created_at, expires_at, revoked_at, host_id
  from session
  where id = $1
  for update
  `,
)

export const revokeSessionRow = statement<[id: string, at: string], object>(
  'session_revoke',
  `update session set revoked_at = $2 where id = $1`,
)

/** End every session of a member that still runs. */
export const revokeSessionsOf = statement<[memberId: string, at: string], { id: string }>(
  'session_revoke_of_member',
  `
  update session set revoked_at = $2
  where member_id = $1 and revoked_at is null and expires_at > $2
  returning id
  `,
)

/** A page of a member's sessions, newest first, from before a moment and id. */
export const pageOfSessions = statement<
  [memberId: string, before: string, beforeId: string, limit: number],
  SessionRow
>(
  'session_page',
  `
  select id, member_id, demo, created_at, expires_at, revoked_at, host_id
  from session
  where member_id = $1 and (created_at, id) < ($2::timestamptz, $3)
  order by created_at desc, id desc
  limit $4
  `,
)

/** From when on a token signed for this member is good, and the time to judge it by. */
export const readTokensValidFrom = statement<
  [memberId: string],
  { tokensValidFrom: Instant | null; now: Instant }
>(
  'member_read_tokens_valid_from',
  `
  select
    tokens_valid_from,
    (select date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond')) from clock) as now
  from member
  where id = $1
  `,
)

export const setTokensValidFrom = statement<[memberId: string, at: string], object>(
  'member_set_tokens_valid_from',
  `update member set tokens_valid_from = $2, changed_at = $2 where id = $1`,
)
