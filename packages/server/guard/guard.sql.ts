import type { Outcome } from '@laisee/core/guard/rule.ts'
import type { SendRecord } from '@laisee/core/guard/facts.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export const insertSent = statement<
  [
    payerId: string,
    sendId: string,
    at: string,
    kind: string,
    toKind: string,
    toKey: string,
    amount: bigint,
    count: number,
    words: string,
  ],
  object
>(
  'sent_insert',
  `
  insert into sent (payer_id, send_id, at, kind, to_kind, to_key, amount, count, words)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  `,
)

/** A payer's sends, newest first, so many at most. */
export const readSent = statement<[payerId: string, limit: number], SendRecord>(
  'sent_read',
  `
  select send_id, at, kind, to_kind, to_key, amount, count, words, taken_back_at
  from sent
  where payer_id = $1
  order by at desc
  limit $2
  `,
)

/**
 * What a payer has sent from one moment to another and not taken back, and as much of it as went to the same recipients:
 * without some, and of these alone where it is said which.
 */
export const sumSent = statement<
  [
    payerId: string,
    since: string,
    until: string,
    toKey: string,
    withoutIds: string[],
    onlyIds: string[] | null,
  ],
  { all: bigint; toPayee: bigint }
>(
  'sent_sum',
  `
  select
    coalesce(sum(amount), 0)::bigint as all,
    coalesce(sum(amount) filter (where to_key = $4), 0)::bigint as to_payee
  from sent
  where payer_id = $1 and at between $2::timestamptz and $3::timestamptz and taken_back_at is null
    and send_id <> all($5::text[]) and ($6::text[] is null or send_id = any($6::text[]))
  `,
)

export const markTakenBack = statement<[payerId: string, sendId: string, at: string], object>(
  'sent_take_back',
  `update sent set taken_back_at = $3 where payer_id = $1 and send_id = $2 and taken_back_at is null`,
)

export interface VerdictRow {
  sendId: string
  payerId: string
  at: Instant
  outcome: Outcome
  reasons: { code: string; data: Record<string, unknown>; ruleId: string; outcome: Outcome }[]
  signals: { code: string; strength: number; data: Record<string, unknown> }[]
  heldRules: string[]
  failedRules: string[]
  policyName: string
  policyVersion: number
  shown: Record<string, unknown>
  shownHash: string
  payeeCheck: Record<string, unknown> | null
  asks: boolean
  confirmed: boolean
}

export const insertVerdict = statement<
  [
    sendId: string,
    payerId: string,
    at: string,
    outcome: string,
    reasons: string,
    signals: string,
    heldRules: string[],
    failedRules: string[],
    policyName: string,
    policyVersion: number,
    shown: string,
    shownHash: string,
    payeeCheck: string | null,
    asks: boolean,
    confirmed: boolean,
  ],
  object
>(
  'verdict_insert',
  `
  insert into verdict (
    send_id, payer_id, at, outcome, reasons, signals, held_rules, failed_rules,
    policy_name, policy_version, shown, shown_hash, payee_check, asks, confirmed
  ) values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::text[], $8::text[], $9, $10, $11::jsonb, $12, $13::jsonb, $14, $15)
  `,
)

export const readVerdict = statement<[sendId: string], VerdictRow>(
  'verdict_read',
  `
  select
    send_id, payer_id, at, outcome, reasons, signals, held_rules, failed_rules,
    policy_name, policy_version, shown, shown_hash, payee_check, asks, confirmed
  from verdict
  where send_id = $1
  `,
)

/** What the guard said of these sends. */
export const readOutcomes = statement<[sendIds: string[]], { sendId: string; outcome: Outcome }>(
  'verdict_outcomes',
  `select send_id, outcome from verdict where send_id = any($1::text[])`,
)

/** By which policy these sends were judged. */
export const readJudgedBy = statement<
  [sendIds: string[]],
  { sendId: string; policyName: string; policyVersion: number }
>(
  'verdict_judged_by',
  `select send_id, policy_name, policy_version from verdict where send_id = any($1::text[])`,
)
