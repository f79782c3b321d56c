import type { Instant } from '@laisee/core/instant.ts'
import type { VersionState } from '@laisee/core/policy-change.ts'
import { statement } from '../db/statement.ts'

/** A version of a policy as its row stands. */
export interface PolicyRow {
  organisationId: string
  id: string
  version: number
  state: VersionState
  basedOn: number
  goesBackTo: number | null
  content: unknown
  note: string | null
  authorIds: string[]
  beganAt: Instant
  changedAt: Instant
  decidedAt: Instant | null
  decidedBy: string | null
  effectiveAt: Instant | null
}

const columns = `
  organisation_id, id, version, state, based_on, goes_back_to, content, note, author_ids, began_at, changed_at, decided_at,
  decided_by, effective_at`

/** The latest two that were published, newest first: one may wait to hold, and is never followed by another until it does. */
export const readPublished = statement<[organisationId: string], PolicyRow>(
  'policy_read_published',
  `
  select ${columns}
  from organisation_policy
  where organisation_id = $1 and state = 'published'
  order by version desc
  limit 2
  `,
)

export const readPolicyRow = statement<[organisationId: string, id: string], PolicyRow>(
  'policy_read',
  `select ${columns} from organisation_policy where organisation_id = $1 and id = $2`,
)

export const readPolicyVersion = statement<[organisationId: string, version: number], PolicyRow>(
  'policy_read_version',
  `select ${columns} from organisation_policy where organisation_id = $1 and version = $2`,
)

export const listPolicies = statement<[organisationId: string, below: number, limit: number], PolicyRow>(
  'policy_page',
  `
  select ${columns}
  from organisation_policy
  where organisation_id = $1 and version < $2
  order by version desc
  limit $3
  `,
)

export const insertPolicy = statement<
  [
    organisationId: string,
    id: string,
    basedOn: number,
    goesBackTo: number | null,
    content: string,
    note: string | null,
    authorId: string,
    at: string,
  ],
  PolicyRow
>(
  'policy_insert',
  `
  insert into organisation_policy (
    organisation_id, id, version, state, based_on, goes_back_to, content, note, author_ids, began_at, changed_at
  )
  select
    $1, $2, coalesce(max(version), 0) + 1, 'draft', $3, $4, $5::jsonb, $6, array[$7]::text[], $8::timestamptz, $8::timestamptz
  from organisation_policy
  where organisation_id = $1
  returning ${columns}
  `,
)

export const updateDraft = statement<
  [organisationId: string, id: string, content: string, note: string | null, authorIds: string[], at: string],
  object
>(
  'policy_update',
  `
  update organisation_policy set content = $3::jsonb, note = $4, author_ids = $5, changed_at = $6
  where organisation_id = $1 and id = $2
  `,
)

export const decideDraft = statement<
  [
    organisationId: string,
    id: string,
    state: VersionState,
    at: string,
    by: string,
    effectiveAt: string | null,
  ],
  object
>(
  'policy_decide',
  `
  update organisation_policy
  set state = $3, decided_at = $4, decided_by = $5, changed_at = $4, effective_at = $6
  where organisation_id = $1 and id = $2
  `,
)

/** Versions that waited and hold now, of which nobody has been told yet. */
export const policiesToTell = statement<
  [now: string, limit: number],
  { organisationId: string; policyId: string }
>(
  'policy_due_to_tell',
  `
  select organisation_id, id as policy_id
  from organisation_policy
  where effective_at <= $1::timestamptz and in_force_told_at is null
  order by effective_at, id
  limit $2
  `,
)

/** Keep that it was told that a version holds. Gives nothing where it was, or where the version holds no more or not yet. */
export const keepToldInForce = statement<
  [organisationId: string, id: string, at: string],
  { effectiveAt: Instant }
>(
  'policy_keep_told',
  `
  update organisation_policy set in_force_told_at = $3::timestamptz
  where organisation_id = $1 and id = $2 and effective_at <= $3::timestamptz and in_force_told_at is null
  returning effective_at
  `,
)

export const insertSend = statement<
  [
    organisationId: string,
    sendId: string,
    payerId: string,
    at: string,
    kind: string,
    amount: bigint,
    shareCount: number,
    policyVersion: number,
    chainId: string | null,
    facts: string,
  ],
  object
>(
  'organisation_send_insert',
  `
  insert into organisation_send (
    organisation_id, send_id, payer_id, at, kind, amount, share_count, policy_version, chain_id, facts
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)
  `,
)

/** What a sender has sent on behalf of an organisation since two moments; what counts as never sent is left out. */
export const sumOfSender = statement<
  [organisationId: string, payerId: string, dayFrom: string, monthFrom: string],
  { day: bigint; month: bigint }
>(
  'organisation_send_sum',
  `
  select
    coalesce(sum(amount) filter (where at >= $3::timestamptz), 0)::bigint as day,
    coalesce(sum(amount), 0)::bigint as month
  from organisation_send
  where organisation_id = $1 and payer_id = $2 and at >= $4::timestamptz and given_back_at is null
  `,
)

/** The same of everybody together. */
export const sumOfEverybody = statement<
  [organisationId: string, dayFrom: string, monthFrom: string],
  { day: bigint; month: bigint }
>(
  'organisation_send_sum_of_all',
  `
  select
    coalesce(sum(amount) filter (where at >= $2::timestamptz), 0)::bigint as day,
    coalesce(sum(amount), 0)::bigint as month
  from organisation_send
  where organisation_id = $1 and at >= $3::timestamptz and given_back_at is null
  `,
)

export const giveBackSend = statement<[organisationId: string, sendId: string, at: string], object>(
  'organisation_send_give_back',
  `
  update organisation_send set given_back_at = $3
  where organisation_id = $1 and send_id = $2 and given_back_at is null
  `,
)

export interface PastSendRow {
  sendId: string
  payerId: string
  at: Instant
  amount: bigint
  shareCount: number
  facts: Record<string, number | boolean | string>
}

/** What was sent on behalf of an organisation since a moment, in order. */
export const sendsSince = statement<[organisationId: string, since: string, limit: number], PastSendRow>(
  'organisation_send_list',
  `
  select send_id, payer_id, at, amount, share_count, facts
  from organisation_send
  where organisation_id = $1 and at >= $2
  order by at, send_id
  limit $3
  `,
)
