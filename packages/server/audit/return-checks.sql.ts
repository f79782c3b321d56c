import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

const report = `
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
`

export interface ReturnPostingFound {
  id: string
  returned: string
  posted: string
  astray: number
}

/** Both sides of every request: what it says, and its postings with where they went. */
export const auditReturnPostings = statement<[], CheckRow>(
  'audit_return_postings',
  `
  with paid as (
    select id, coalesce(paid_from_id, payer_id) as owner_id from packet
    union all
    select id, coalesce(paid_from_id, payer_id) from transfer
  ), request as (
    select return_request.id, return_request.recipient_id, return_request.returned, paid.owner_id
    from return_request
    left join paid on paid.id = return_request.source_id
    union all
    select
      instalments.id, instalments.debtor_id, instalments.principal_paid + instalments.interest_paid, paid.owner_id
    from instalments
    left join paid on paid.id = instalments.source_id
  ), side as (
    select id, returned, 0 as posted, 0 as astray from request
    union all
    select
      posting.source_id, 0, posting.amount,
      case
        when request.id is not null and posting.reason in ('returned', 'interest')
          and posting.from_owner_id = request.recipient_id and posting.from_kind = 'wallet'
          and posting.to_owner_id = request.owner_id and posting.to_kind = 'wallet' then 0
        else 1
      end
    from posting
    left join request on request.id = posting.source_id
    where posting.reason in ('returned', 'interest') or request.id is not null
  ), compared as (
    select id, sum(returned) as returned, sum(posted) as posted, sum(astray) as astray from side group by id
  ), wrong as (
    select id, returned::text, posted::text, astray from compared where returned <> posted or astray > 0
  )
  ${report}
  `,
)

export interface ReturnShareFound {
  source_id: string
  recipient_id: string
  received: string
  given: string
  returned: string
  summed: string
}

/** What was received, by the share and by the claim or transfer; what was given back, by the share and by the returns. */
export const auditReturnShares = statement<[], CheckRow>(
  'audit_return_shares',
  `
  with given as (
    select packet_id as source_id, member_id as recipient_id, amount from claim
    union all
    select id, payee_id, amount from transfer where state = 'arrived' or arrive_at is not null
  ), back as (
    select source_id, recipient_id, sum(returned) as amount
    from (
      select source_id, recipient_id, returned from return_request
      union all
      select source_id, debtor_id, principal_paid from instalments
    ) as each
    group by source_id, recipient_id
  ), compared as (
    select
      share.source_id, share.recipient_id, share.received, coalesce(given.amount, 0) as given, share.returned,
      coalesce(back.amount, 0) as summed
    from return_share as share
    left join given on given.source_id = share.source_id and given.recipient_id = share.recipient_id
    left join back on back.source_id = share.source_id and back.recipient_id = share.recipient_id
  ), wrong as (
    select source_id, recipient_id, received::text, given::text, returned::text, summed::text
    from compared
    where received <> given or returned <> summed
  )
  ${report}
  `,
)

export interface InstalmentsFound {
  id: string
  state: string
  agreed: string
  paid: string
  parts_paid: string
}

/** The parts of what is agreed make its sum; what was paid and what is left follow from those that are paid. */
export const auditInstalments = statement<[], CheckRow>(
  'audit_instalments',
  `
  with version as (
    select instalments_id, version, principal + interest as total from instalments_version
  ), part as (
    select
      instalments_id, version, sum(amount) as total,
      sum(amount) filter (where paid_at is not null) as paid
    from instalments_part
    group by instalments_id, version
  ), every_part as (
    select instalments_id, sum(amount) filter (where paid_at is not null) as paid
    from instalments_part
    group by instalments_id
  ), compared as (
    select
      instalments.id, instalments.state, coalesce(version.total, 0) as agreed, coalesce(part.total, 0) as parts,
      instalments.principal_paid + instalments.interest_paid as paid, coalesce(every_part.paid, 0) as parts_paid,
      instalments.principal_left + instalments.interest_left as due,
      coalesce(part.total, 0) - coalesce(part.paid, 0) as unpaid
    from instalments
    left join version on version.instalments_id = instalments.id and version.version = instalments.agreed_version
    left join part on part.instalments_id = instalments.id and part.version = instalments.agreed_version
    left join every_part on every_part.instalments_id = instalments.id
  ), wrong as (
    select id, state, agreed::text, paid::text, parts_paid::text
    from compared
    where agreed <> parts or paid <> parts_paid or due <> unpaid
  )
  ${report}
  `,
)
