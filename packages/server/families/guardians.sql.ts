import type { LinkState } from '@laisee/core/family.ts'
import type { AlertRisk } from '@laisee/core/guardian.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A guardian link as its row stands. */
export interface GuardianRow {
  id: string
  guardianId: string
  protectedId: string
  askedBy: string
  state: LinkState
  askedAt: Instant
  expiresAt: Instant
  acceptedAt: Instant | null
  endedAt: Instant | null
  endedBy: string | null
  alertedAt: Instant | null
  /** How grave the last alert was. */
  alertedRisk: AlertRisk | null
  eventCount: bigint
  changedAt: Instant
}

const columns = `
  id, guardian_id, protected_id, asked_by, state, asked_at, expires_at, accepted_at, ended_at, ended_by, alerted_at,
  alerted_risk, event_count, changed_at`

export const insertGuardian = statement<
  [id: string, guardianId: string, protectedId: string, askedBy: string, at: string, expiresAt: string],
  GuardianRow
>(
  'guardian_insert',
  `
  insert into guardian_link (
    id, guardian_id, protected_id, asked_by, state, asked_at, expires_at, event_count, changed_at
  ) values ($1, $2, $3, $4, 'invited', $5, $6, 1, $5)
  returning ${columns}
  `,
)

export const lockGuardian = statement<[id: string], GuardianRow>(
  'guardian_lock',
  `select ${columns} from guardian_link where id = $1 for update`,
)

export const readGuardian = statement<[id: string], GuardianRow>(
  'guardian_read',
  `select ${columns} from guardian_link where id = $1`,
)

export const updateGuardian = statement<
  [
    id: string,
    state: LinkState,
    acceptedAt: string | null,
    endedAt: string | null,
    endedBy: string | null,
    alertedAt: string | null,
    alertedRisk: AlertRisk | null,
    eventCount: bigint,
    changedAt: string,
  ],
  object
>(
  'guardian_update',
  `
  update guardian_link
  set state = $2, accepted_at = $3, ended_at = $4, ended_by = $5, alerted_at = $6,
    alerted_risk = $7, event_count = $8, changed_at = $9
  where id = $1
  `,
)

/** Whom a member guards and who guards them, or has been asked to: newest first. */
export const guardiansOf = statement<[memberId: string, now: string], GuardianRow>(
  'guardian_of_member',
  `
  select ${columns}
  from guardian_link
  where (guardian_id = $1 or protected_id = $1) and (state = 'active' or (state = 'invited' and expires_at > $2))
  order by asked_at desc, id desc
  `,
)

/** Those who guard a member, in order of their links. */
export const guardsOver = statement<[protectedId: string], { id: string }>(
  'guardian_over_member',
  `select id from guardian_link where protected_id = $1 and state = 'active' order by id`,
)

/** Who looks after a member, in order of their ids. */
export const guardianIdsOver = statement<[protectedId: string], { guardianId: string }>(
  'guardian_ids_over_member',
  `
  select guardian_id from guardian_link
  where protected_id = $1 and state = 'active'
  order by guardian_id
  `,
)
