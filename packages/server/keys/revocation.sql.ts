import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export const insertRevocations = statement<[subjectIds: string[], at: string], object>(
  'revocation_insert',
  `
  insert into revocation (subject_id, at)
  select subject_id, $2::timestamptz from unnest($1::text[]) as subject_id
  on conflict (xid, subject_id) do nothing
  `,
)

export interface RevocationsRow {
  /** Below this, every transaction has ended: where the next reading begins. */
  below: string
  now: Instant
  frozen: boolean
  subjectIds: string[]
}

/** What was revoked by the transactions from `since` on, and the service's time; nothing where `since` is null. */
export const readRevocations = statement<[since: string | null], RevocationsRow>(
  'revocation_read',
  `
  select
    pg_snapshot_xmin(pg_current_snapshot())::text as below,
    date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond')) as now,
    frozen_at is not null as frozen,
    array(select distinct subject_id from revocation where xid >= $1::xid8) as subject_ids
  from clock
  `,
)
