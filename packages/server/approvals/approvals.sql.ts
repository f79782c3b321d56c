import type { ActKind, SeatedStep } from '@laisee/core/approval.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** `forsaken`: nobody was left in the family who could have approved it. */
export type ApprovalOutcome = 'approved' | 'rejected' | 'timed_out' | 'undone' | 'forsaken'

/** What asked for the approval: a sum that was reached, or rules, by their ids. */
export interface AskedBy {
  why: 'threshold' | 'rule'
  ruleIds: string[]
}

/** An approval as its row stands. */
export interface ApprovalRow {
  sendId: string
  senderId: string
  organisationId: string | null
  policyVersion: number | null
  chainId: string
  chainSays: { zh: string; en: string }
  askedBy: AskedBy
  amount: bigint
  steps: SeatedStep[]
  /** Whom the send names as payees, where an organisation pays. */
  payeeIds: string[]
  askedIds: string[]
  copyIds: string[]
  submittedAt: Instant
  passOnAt: Instant | null
  approveBy: Instant
  remindedAt: Instant | null
  passedOnAt: Instant | null
  decidedAt: Instant | null
  outcome: ApprovalOutcome | null
  actCount: number
  replaces: string | null
}

const columns = `
  send_id, sender_id, organisation_id, policy_version, chain_id, chain_says, asked_by, amount, steps, asked_ids, copy_ids,
  submitted_at, pass_on_at, approve_by, reminded_at, passed_on_at, decided_at, outcome, act_count, replaces,
  payee_ids`

export const insertApproval = statement<
  [
    sendId: string,
    senderId: string,
    organisationId: string | null,
    policyVersion: number | null,
    chainId: string,
    chainSays: string,
    askedBy: string,
    amount: bigint,
    steps: string,
    askedIds: string[],
    copyIds: string[],
    submittedAt: string,
    remindAt: string,
    passOnAt: string | null,
    approveBy: string,
    replaces: string | null,
    payeeIds: string[],
  ],
  object
>(
  'approval_insert',
  `
  insert into approval (
    send_id, sender_id, organisation_id, policy_version, chain_id, chain_says, asked_by, amount, steps, asked_ids, copy_ids,
    submitted_at, remind_at, pass_on_at, approve_by, replaces, payee_ids
  ) values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9::jsonb, $10, $11, $12, $13, $14, $15, $16, $17)
  `,
)

export const readApproval = statement<[sendId: string], ApprovalRow>(
  'approval_read',
  `select ${columns} from approval where send_id = $1`,
)

export interface ActRow {
  sendId: string
  actNo: number
  at: Instant
  kind: ActKind
  memberId: string
  step: number | null
  seatOf: string | null
  toId: string | null
  note: string | null
}

export const readActs = statement<[sendId: string], ActRow>(
  'approval_act_list',
  `
  select send_id, act_no, at, kind, member_id, step, seat_of, to_id, note
  from approval_act
  where send_id = $1
  order by act_no
  `,
)

/** Add an act, counted; whoever is given a seat by it is one of those who are asked. */
export const addAct = statement<
  [
    sendId: string,
    at: string,
    kind: ActKind,
    memberId: string,
    step: number | null,
    seatOf: string | null,
    toId: string | null,
    note: string | null,
  ],
  object
>(
  'approval_act_add',
  `
  with counted as (
    update approval
    set act_count = act_count + 1,
        asked_ids = case when $7::text is null then asked_ids else array_append(asked_ids, $7::text) end
    where send_id = $1
    returning send_id, act_count
  )
  insert into approval_act (send_id, act_no, at, kind, member_id, step, seat_of, to_id, note)
  select send_id, act_count, $2::timestamptz, $3, $4, $5::integer, $6, $7, $8
  from counted
  `,
)

export const decideApproval = statement<[sendId: string, outcome: ApprovalOutcome, at: string], object>(
  'approval_decide',
  `
  update approval set outcome = $2, decided_at = $3
  where send_id = $1 and outcome is null
  `,
)

/**
 * What still waits in these organisations, or for one of these members by name, who may have been away when it was
 * submitted to an organisation that they are in; of one organisation, or all. Soonest to run out first, from behind a
 * place on.
 */
export const openApprovals = statement<
  [
    organisationIds: string[],
    memberIds: string[],
    limit: number,
    organisationId: string | null,
    after: string,
    afterId: string,
    placeIds: string[],
  ],
  ApprovalRow
>(
  'approval_list_open',
  `
  select ${columns}
  from approval
  where outcome is null
    and (
      organisation_id = any($1::text[])
      or asked_ids && $2::text[]
      or organisation_id = any($7::text[])
        and exists (select from jsonb_array_elements(steps) as step where step -> 'memberIds' ?| $2::text[])
    )
    and ($4::text is null or organisation_id = $4)
    and (approve_by, send_id) > ($5::timestamptz, $6)
  order by approve_by, send_id
  limit $3
  `,
)

export const approvalsOfSender = statement<
  [senderId: string, before: string, beforeId: string, limit: number, organisationId: string | null],
  ApprovalRow
>(
  'approval_page_of_sender',
  `
  select ${columns}
  from approval
  where sender_id = $1 and (submitted_at, send_id) < ($2::timestamptz, $3)
    and ($5::text is null or organisation_id = $5)
  order by submitted_at desc, send_id desc
  limit $4
  `,
)

/** What a member was asked about or looks on at, and what happened in organisations they audit. */
export const approvalsSeenBy = statement<
  [
    memberId: string,
    organisationIds: string[],
    before: string,
    beforeId: string,
    limit: number,
    organisationId: string | null,
  ],
  ApprovalRow
>(
  'approval_page_of_reader',
  `
  select ${columns}
  from approval
  where ($1 = any(copy_ids) or $1 = any(asked_ids) or organisation_id = any($2::text[]))
    and (submitted_at, send_id) < ($3::timestamptz, $4)
    and ($6::text is null or organisation_id = $6)
  order by submitted_at desc, send_id desc
  limit $5
  `,
)

export const approvalsTimedOut = statement<[now: string, limit: number], { sendId: string }>(
  'approval_due_to_time_out',
  `
  select send_id from approval
  where outcome is null and approve_by <= $1
  order by approve_by
  limit $2
  `,
)

export const approvalsToRemind = statement<[now: string, limit: number], { sendId: string }>(
  'approval_due_to_remind',
  `
  select send_id from approval
  where outcome is null and reminded_at is null and remind_at <= $1 and approve_by > $1
  order by remind_at
  limit $2
  `,
)

export const approvalsToPassOn = statement<[now: string, limit: number], { sendId: string }>(
  'approval_due_to_pass_on',
  `
  select send_id from approval
  where outcome is null and passed_on_at is null and pass_on_at <= $1 and approve_by > $1
  order by pass_on_at
  limit $2
  `,
)

/** What a member's sends within the family wait for somebody's word, by id. */
export const familyApprovals = statement<[senderId: string, askedId: string], { sendId: string }>(
  'approval_list_of_family',
  `
  select send_id from approval
  where sender_id = $1 and $2 = any(asked_ids) and organisation_id is null and outcome is null
  order by send_id
  `,
)

/** Keep that it was told; no row where it was before. */
export const keepReminded = statement<[sendId: string, at: string], { sendId: string }>(
  'approval_keep_reminded',
  `
  update approval set reminded_at = $2
  where send_id = $1 and reminded_at is null
  returning send_id
  `,
)

/** Keep that it was told; no row where it was before. */
export const keepPassedOn = statement<[sendId: string, at: string], { sendId: string }>(
  'approval_keep_passed_on',
  `
  update approval set passed_on_at = $2
  where send_id = $1 and passed_on_at is null
  returning send_id
  `,
)

export interface DelegationRow {
  organisationId: string
  fromId: string
  toId: string
  since: Instant
  until: Instant
}

export const delegationsOf = statement<[organisationId: string], DelegationRow>(
  'approval_delegation_list',
  `
  select organisation_id, from_id, to_id, since, until
  from approval_delegation
  where organisation_id = $1
  order by from_id
  `,
)

export const putDelegation = statement<
  [organisationId: string, fromId: string, toId: string, since: string, until: string],
  object
>(
  'approval_delegation_put',
  `
  insert into approval_delegation (organisation_id, from_id, to_id, since, until) values ($1, $2, $3, $4, $5)
  on conflict (organisation_id, from_id) do update set to_id = $3, since = $4, until = $5
  `,
)

export const deleteDelegation = statement<[organisationId: string, fromId: string], { toId: string }>(
  'approval_delegation_delete',
  `
  delete from approval_delegation
  where organisation_id = $1 and from_id = $2
  returning to_id
  `,
)
