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

export interface EscrowFound {
  owner_id: string
  owners: number
  accounts: number
  stored: string
  due: string
}

export const auditEscrows = statement<[], CheckRow>(
  'audit_escrows',
  `
  with side as (
    select id as owner_id, currency, 1 as owners, 0 as accounts, 0 as stored, total - claimed_amount - returned_amount as due
    from packet
    union all
    select id, currency, 1, 0, 0, case when state in ('approving', 'held', 'undo', 'waiting') then amount else 0 end
    from transfer
    union all
    select owner_id, currency, 0, 1, balance, 0
    from account
    where kind = 'escrow'
  ), compared as (
    select owner_id, currency, sum(owners) as owners, sum(accounts) as accounts, sum(stored) as stored, sum(due) as due
    from side
    group by owner_id, currency
  ), wrong as (
    select owner_id, owners, accounts, stored::text, due::text
    from compared
    where owners <> 1 or accounts <> 1 or stored <> due
  )
  ${report}
  `,
)

export interface ClosedFound {
  id: string
  state: string
  balance: string
}

export const auditClosed = statement<[], CheckRow>(
  'audit_closed',
  `
  with compared as (
    select packet.id, packet.state, account.balance
    from packet
    join account on account.owner_id = packet.id and account.kind = 'escrow' and account.currency = packet.currency
    where packet.closed_at is not null
    union all
    select transfer.id, transfer.state, account.balance
    from transfer
    join account on account.owner_id = transfer.id and account.kind = 'escrow' and account.currency = transfer.currency
    where transfer.closed_at is not null
  ), wrong as (
    select id, state, balance::text from compared where balance <> 0
  )
  ${report}
  `,
)

export interface ClaimsFound {
  packet_id: string
  amount: string
  claimed_amount: string
  count: string
  claimed_count: string
  lowest: string
  highest: string
  numbers: string
}

export const auditClaims = statement<[], CheckRow>(
  'audit_claims',
  `
  with side as (
    select id as packet_id, 1 as packets, claimed_amount, claimed_count, 0 as amount, 0 as count, 0 as numbers, 0 as lowest, 0 as highest
    from packet
    union all
    select packet_id, 0, 0, 0, sum(amount), count(*), count(distinct share_no), min(share_no), max(share_no)
    from claim
    group by packet_id
  ), compared as (
    select
      packet_id, sum(packets) as packets, sum(claimed_amount) as claimed_amount, sum(claimed_count) as claimed_count,
      sum(amount) as amount, sum(count) as count, sum(numbers) as numbers, sum(lowest) as lowest, sum(highest) as highest
    from side
    group by packet_id
  ), wrong as (
    select
      packet_id, amount::text, claimed_amount::text, count::text, claimed_count::text, lowest::text, highest::text, numbers::text
    from compared
    where packets <> 1 or amount <> claimed_amount or count <> claimed_count
      or numbers <> count or highest <> count or (count > 0 and lowest <> 1)
  )
  ${report}
  `,
)

export interface TwiceFound {
  packet_id: string
  member_id: string
  claims: string
}

export const auditClaimers = statement<[], CheckRow>(
  'audit_claimers',
  `
  with compared as (
    select packet_id, member_id, count(*) as claims from claim group by packet_id, member_id
  ), wrong as (
    select packet_id, member_id, claims::text from compared where claims <> 1
  )
  ${report}
  `,
)

export interface ClaimPostingFound {
  packet_id: string
  member_id: string
  amount: string
  claims: number
  postings: number
}

export const auditClaimPostings = statement<[], CheckRow>(
  'audit_claim_postings',
  `
  with side as (
    select packet_id, member_id, amount, 1 as claims, 0 as postings from claim
    union all
    select source_id, to_owner_id, amount, 0, 1
    from posting
    where reason = 'packet_claimed'
  ), compared as (
    select packet_id, member_id, amount, sum(claims) as claims, sum(postings) as postings
    from side
    group by packet_id, member_id, amount
  ), wrong as (
    select packet_id, member_id, amount::text, claims, postings from compared where claims <> 1 or postings <> 1
  )
  ${report}
  `,
)

export interface TimeFound {
  packet_id: string
  member_id: string
  at: string
  deliver_at: string
  expire_at: string
}

export const auditClaimTimes = statement<[], CheckRow>(
  'audit_claim_times',
  `
  with compared as (
    select claim.packet_id, claim.member_id, claim.at, packet.deliver_at, packet.expire_at, packet.not_before
    from claim
    join packet on packet.id = claim.packet_id
  ), wrong as (
    select packet_id, member_id, at::text, deliver_at::text, expire_at::text
    from compared
    where at < deliver_at or at >= expire_at or at < not_before
  )
  ${report}
  `,
)

export interface CountedFound {
  source_id: string
  counted: string
  found: string
}

export const auditPostingCounts = statement<[], CheckRow>(
  'audit_posting_counts',
  `
  with side as (
    select id as source_id, 1 as sources, posting_count as counted, 0 as found from packet
    union all
    select id, 1, posting_count, 0 from transfer
    union all
    select id, 1, posting_count, 0 from return_request where posting_count > 0
    union all
    select id, 1, posting_count, 0 from instalments where posting_count > 0
    union all
    select id, 1, 1, 0 from funding
    union all
    select id, 1, posting_count, 0 from money_freeze where posting_count > 0
    union all
    select source_id, 0, 0, count(*) from posting group by source_id
  ), compared as (
    select source_id, sum(sources) as sources, sum(counted) as counted, sum(found) as found
    from side
    group by source_id
  ), wrong as (
    select source_id, counted::text, found::text from compared where sources <> 1 or counted <> found
  )
  ${report}
  `,
)

export interface EventsFound {
  source_id: string
  counted: string | null
  told: string
  lowest: string
  highest: string
}

export const auditEventNumbers = statement<[], CheckRow>(
  'audit_event_numbers',
  `
  with side as (
    select id as source_id, event_count as counted, 0 as told, 0 as lowest, 0 as highest from member
    union all
    select id, event_count, 0, 0, 0 from member_group
    union all
    select id, event_count, 0, 0, 0 from packet
    union all
    select id, event_count, 0, 0, 0 from transfer
    union all
    select id, event_count, 0, 0, 0 from return_request
    union all
    select id, event_count, 0, 0, 0 from instalments
    union all
    select id, event_count, 0, 0, 0 from family_link
    union all
    select id, event_count, 0, 0, 0 from guardian_link
    union all
    select id, event_count, 0, 0, 0 from api_key
    union all
    select id, event_count, 0, 0, 0 from host
    union all
    select id, event_count, 0, 0, 0 from organisation
    union all
    select id, fact_count, 0, 0, 0 from dispute
    union all
    select source_id, null, count(*), min(seq), max(seq) from event group by source_id
  ), compared as (
    select source_id, sum(counted) as counted, sum(told) as told, sum(lowest) as lowest, sum(highest) as highest
    from side
    group by source_id
  ), wrong as (
    select source_id, counted::text, told::text, lowest::text, highest::text
    from compared
    where told <> coalesce(counted, told) or highest <> told or (told > 0 and lowest <> 1)
  )
  ${report}
  `,
)

export interface HeardFound {
  source_id: string
  seq: string
  audience_id: string
  told: string
  listed: string
}

export const auditAudiences = statement<[], CheckRow>(
  'audit_audiences',
  `
  with side as (
    select source_id, seq, xid, audience_id, 1 as told, 0 as listed
    from (select source_id, seq, xid, unnest(audience) as audience_id from event) as heard
    where left(audience_id, 4) in ('mem_', 'grp_')
    union all
    select source_id, seq, xid, audience_id, 0, 1 from event_for
  ), compared as (
    select source_id, seq, xid, audience_id, sum(told) as told, sum(listed) as listed
    from side
    group by source_id, seq, xid, audience_id
  ), wrong as (
    select source_id, seq::text, audience_id, told::text, listed::text from compared where told <> 1 or listed <> 1
  )
  ${report}
  `,
)
