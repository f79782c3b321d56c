import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface SignedStandingRow {
  tokensValidFrom: Instant | null
  /** Whether somebody has come in with this token before. */
  isSeen: boolean
  now: Instant
}

/** What a signed token of this member is judged against, and by which time. */
export const readSignedStanding = statement<[memberId: string, tokenHash: Buffer], SignedStandingRow>(
  'signed_token_read_standing',
  `
  select
    tokens_valid_from,
    exists (select 1 from signed_token where token_hash = $2) as is_seen,
    (select date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond')) from clock) as now
  from member
  where id = $1
  `,
)

/** Keep that a token was seen. Of those who see it at once, one is given the row. */
export const insertSignedToken = statement<[tokenHash: Buffer, expiresAt: string], { tokenHash: Buffer }>(
  'signed_token_insert',
  `
  insert into signed_token (token_hash, expires_at)
  values ($1, $2)
  on conflict (token_hash) do nothing
  returning token_hash
  `,
)
