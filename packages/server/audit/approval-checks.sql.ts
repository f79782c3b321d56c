import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

/** As in ledger/audit.sql.ts: both sides of a promise one under the other, then grouped. */
const report = `
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
`

export interface ApprovalFound {
  send_id: string
  state: string | null
  outcome: string | null
  acts: string
  act_count: number | null
}

/** The rest of a ladder waits with its first part, which is what is approved. */
export const auditApprovals = statement<[], CheckRow>(
  'audit_approvals',
  `
  with waiting as (
    select id, state, approve_by from packet where approve_by is not null
    union all
    select id, state, approve_by from transfer where approve_by is not null and ladder_part is distinct from 'rest'
  ), counted as (
    select send_id, count(*) as acts from approval_act group by send_id
  ), compared as (
    select
      coalesce(waiting.id, approval.send_id) as send_id, waiting.state, approval.outcome, approval.decided_at,
      waiting.approve_by, approval.approve_by as asked_until, coalesce(counted.acts, 0) as acts, approval.act_count
    from waiting
    full join approval on approval.send_id = waiting.id
    left join counted on counted.send_id = approval.send_id
  ), wrong as (
    select send_id, state, outcome, acts::text, act_count
    from compared
    where state is null or act_count is null or acts <> act_count or approve_by is distinct from asked_until
      or (state = 'approving') is distinct from (outcome is null)
      or (state = 'rejected') is distinct from (coalesce(outcome, '') in ('rejected', 'timed_out', 'forsaken'))
      or (outcome = 'undone' and state <> 'undone')
      or (outcome = 'approved' and decided_at >= approve_by)
      or (outcome = 'timed_out' and decided_at <> approve_by)
  )
  ${report}
  `,
)

export interface WordsFound {
  send_id: string
  step: number
  needs: number
  words: string
}

export const auditWords = statement<[], CheckRow>(
  'audit_approval_words',
  `
  with said as (
    select
      send_id,
      count(*) filter (where kind = 'approved' and step is null) as passes,
      count(distinct member_id) filter (where kind = 'broke_glass') as glass
    from approval_act
    group by send_id
  ), given as (
    select send_id, step, count(distinct member_id) as words
    from approval_act
    where kind = 'approved'
    group by send_id, step
  ), compared as (
    select
      approval.send_id, (place.no - 1)::integer as step,
      case when place.step ->> 'manner' = 'any' then 1 else greatest(1, jsonb_array_length(place.step -> 'memberIds')) end as needs
    from approval
    cross join lateral jsonb_array_elements(approval.steps) with ordinality as place (step, no)
    left join said on said.send_id = approval.send_id
    where approval.outcome = 'approved' and coalesce(said.passes, 0) = 0 and coalesce(said.glass, 0) < 2
  ), wrong as (
    select compared.send_id, compared.step, needs, coalesce(given.words, 0)::text as words
    from compared
    left join given on given.send_id = compared.send_id and given.step = compared.step
    where coalesce(given.words, 0) < needs
  )
  ${report}
  `,
)

export interface OwnWordFound {
  send_id: string
  member_id: string
  words: string
}

export const auditOwnWords = statement<[], CheckRow>(
  'audit_approval_own_words',
  `
  with compared as (
    select
      approval_act.send_id, approval_act.member_id, approval_act.member_id = approval.sender_id as is_own,
      count(*) filter (where approval_act.kind in ('approved', 'rejected', 'broke_glass')) as words
    from approval_act
    join approval on approval.send_id = approval_act.send_id
    where approval_act.kind not in ('answered', 'reminded')
    group by approval_act.send_id, approval_act.member_id, approval.sender_id
  ), wrong as (
    select send_id, member_id, words::text from compared where is_own or words > 1
  )
  ${report}
  `,
)

export interface ReturnFound {
  source_id: string
  to_owner_id: string
  reason: string
  amount: string
  due: string
}

/** Whatever leaves an escrow without being claimed or arriving goes back to the wallet that filled it. */
export const auditReturns = statement<[], CheckRow>(
  'audit_returns',
  `
  with payer as (
    select id, coalesce(paid_from_id, payer_id) as owner_id from packet
    union all
    select id, coalesce(paid_from_id, payer_id) from transfer
  ), compared as (
    select posting.source_id, posting.to_owner_id, posting.reason, posting.amount, payer.owner_id as due
    from posting
    join payer on payer.id = posting.source_id
    where posting.from_owner_id = posting.source_id and posting.reason not in ('packet_claimed', 'transfer_arrived')
  ), wrong as (
    select source_id, to_owner_id, reason, amount::text, due from compared where to_owner_id <> due
  )
  ${report}
  `,
)

export interface PolicyFound {
  organisation_id: string
  version: number
  decided_by: string
}

export const auditPolicies = statement<[], CheckRow>(
  'audit_policies',
  `
  with compared as (
    select organisation_id, version, author_ids, decided_by from organisation_policy where state = 'published'
  ), wrong as (
    select organisation_id, version, decided_by
    from compared
    where decided_by = any (author_ids) or cardinality(author_ids) = 0
  )
  ${report}
  `,
)

export interface VersionFound {
  send_id: string
  organisation_id: string
  policy_version: number
  asked_version: number | null
}

/** What judged a send is what held when it was sent, and the same wherever it is named. */
export const auditVersions = statement<[], CheckRow>(
  'audit_policy_versions',
  `
  with held as (
    select organisation_id, version, coalesce(effective_at, decided_at) as held_from
    from organisation_policy
    where state = 'published'
  ), compared as (
    select
      sent.send_id, sent.organisation_id, sent.at, sent.policy_version, sent.chain_id,
      approval.policy_version as asked_version, approval.chain_id as asked_chain_id,
      verdict.policy_name as judged_by, verdict.policy_version as judged_version, held.held_from
    from organisation_send as sent
    left join approval on approval.send_id = sent.send_id
    left join verdict on verdict.send_id = sent.send_id
    left join held on held.organisation_id = sent.organisation_id and held.version = sent.policy_version
  ), wrong as (
    select send_id, organisation_id, policy_version, asked_version
    from compared
    where (policy_version > 0 and (held_from is null or held_from > at))
      or exists (
        select 1 from held
        where held.organisation_id = compared.organisation_id and held.version > compared.policy_version
          and held.held_from <= compared.at
      )
      or chain_id is distinct from asked_chain_id
      or asked_version <> policy_version
      or judged_by <> organisation_id
      or judged_version <> policy_version
  )
  ${report}
  `,
)
