import type { CheckRow } from './check.ts'
import { statement } from '../db/statement.ts'

/**
 * Each statement is one pass over both sides of a promise, put one under the other and grouped: no join across keys,
 * and nothing that needs more memory than PostgreSQL gives a group. `compared` is what was looked at, `wrong` what differs.
 */
const report = `
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
`

export interface BalanceFound {
  owner_id: string
  kind: string
  currency: string
  accounts: number
  stored: string
  posted: string
}

export const auditBalances = statement<[], CheckRow>(
  'audit_balances',
  `
  with side as (
    select owner_id, kind, currency, 1 as accounts, balance as stored, 0 as posted from account
    union all
    select from_owner_id, from_kind, currency, 0, 0, -amount from posting
    union all
    select to_owner_id, to_kind, currency, 0, 0, amount from posting
  ), compared as (
    select owner_id, kind, currency, sum(accounts) as accounts, sum(stored) as stored, sum(posted) as posted
    from side
    group by owner_id, kind, currency
  ), wrong as (
    select owner_id, kind, currency, accounts, stored::text, posted::text
    from compared
    where accounts <> 1 or stored <> posted
  )
  ${report}
  `,
)

export interface CurrencyFound {
  currency: string
  total: string
}

export const auditCurrencies = statement<[], CheckRow>(
  'audit_currencies',
  `
  with compared as (
    select currency, sum(balance) as total from account group by currency
  ), wrong as (
    select currency, total::text from compared where total <> 0
  )
  ${report}
  `,
)

export interface NumberedFound {
  owner_id: string
  currency: string
  counted: string
  entries: string
  lowest: string
  highest: string
}

export const auditEntryNumbers = statement<[], CheckRow>(
  'audit_entry_numbers',
  `
  with side as (
    select owner_id, currency, entry_count as counted, 0 as entries, 0 as lowest, 0 as highest
    from account
    where kind = 'wallet'
    union all
    select owner_id, currency, 0, count(*), min(entry_no), max(entry_no)
    from entry
    group by owner_id, currency
  ), compared as (
    select
      owner_id, currency, sum(counted) as counted, sum(entries) as entries, sum(lowest) as lowest, sum(highest) as highest
    from side
    group by owner_id, currency
  ), wrong as (
    select owner_id, currency, counted::text, entries::text, lowest::text, highest::text
    from compared
    where entries <> counted or highest <> entries or (entries > 0 and lowest <> 1)
  )
  ${report}
  `,
)

export interface LineFound {
  owner_id: string
  currency: string
  entry_no: string
  before: string
  amount: string
  balance: string
}

export const auditEntryBalances = statement<[], CheckRow>(
  'audit_entry_balances',
  `
  with compared as (
    select
      owner_id, currency, entry_no, amount, balance,
      coalesce(lag(balance) over (partition by owner_id, currency order by entry_no), 0) as before
    from entry
  ), wrong as (
    select owner_id, currency, entry_no::text, before::text, amount::text, balance::text
    from compared
    where balance <> before + amount
  )
  ${report}
  `,
)

export interface EndFound {
  owner_id: string
  currency: string
  stored: string
  ended: string
}

export const auditEntryEnds = statement<[], CheckRow>(
  'audit_entry_ends',
  `
  with ended as (
    select distinct on (owner_id, currency) owner_id, currency, balance
    from entry
    order by owner_id, currency, entry_no desc
  ), side as (
    select owner_id, currency, balance as stored, 0 as ended from account where kind = 'wallet'
    union all
    select owner_id, currency, 0, balance from ended
  ), compared as (
    select owner_id, currency, sum(stored) as stored, sum(ended) as ended
    from side
    group by owner_id, currency
  ), wrong as (
    select owner_id, currency, stored::text, ended::text from compared where stored <> ended
  )
  ${report}
  `,
)

export interface EntryPostingFound {
  owner_id: string
  source_id: string
  posting_no: string
  postings: number
  entries: number
  posted: string
  entered: string
}

export const auditEntryPostings = statement<[], CheckRow>(
  'audit_entry_postings',
  `
  with side as (
    select source_id, posting_no, reason, at, from_owner_id as owner_id, currency, 1 as postings, 0 as entries, -amount as posted, 0 as entered
    from posting
    where from_kind = 'wallet'
    union all
    select source_id, posting_no, reason, at, to_owner_id, currency, 1, 0, amount, 0
    from posting
    where to_kind = 'wallet'
    union all
    select source_id, posting_no, reason, at, owner_id, currency, 0, 1, 0, amount
    from entry
  ), compared as (
    select
      source_id, posting_no, reason, at, owner_id, currency,
      sum(postings) as postings, sum(entries) as entries, sum(posted) as posted, sum(entered) as entered,
      sum(abs(posted)) as moved, sum(abs(entered)) as written
    from side
    group by source_id, posting_no, reason, at, owner_id, currency
  ), wrong as (
    select owner_id, source_id, posting_no::text, postings, entries, posted::text, entered::text
    from compared
    where postings <> entries or posted <> entered or moved <> written or (postings <> 1 and posted <> 0)
  )
  ${report}
  `,
)

export interface SourceFound {
  source_id: string
  postings: string
  lowest: string
  highest: string
}

export const auditPostingNumbers = statement<[], CheckRow>(
  'audit_posting_numbers',
  `
  with compared as (
    select source_id, count(*) as postings, min(posting_no) as lowest, max(posting_no) as highest
    from posting
    group by source_id
  ), wrong as (
    select source_id, postings::text, lowest::text, highest::text
    from compared
    where lowest <> 1 or highest <> postings
  )
  ${report}
  `,
)

export interface FundingFound {
  source_id: string
  owner_id: string
  reason: string
  amount: string
  fundings: number
  postings: number
}

export const auditFundings = statement<[], CheckRow>(
  'audit_fundings',
  `
  with side as (
    select id as source_id, member_id as owner_id, 'wallet' as kind, direction, direction as reason, currency, amount, 1 as fundings, 0 as postings
    from funding
    union all
    select source_id, to_owner_id, to_kind, 'top_up', reason, currency, amount, 0, 1
    from posting
    where from_kind = 'settlement' or (reason = 'top_up' and to_kind <> 'settlement')
    union all
    select source_id, from_owner_id, from_kind, 'withdrawal', reason, currency, amount, 0, 1
    from posting
    where to_kind = 'settlement' or (reason = 'withdrawal' and from_kind <> 'settlement')
  ), compared as (
    select
      source_id, owner_id, kind, direction, reason, currency, amount,
      sum(fundings) as fundings, sum(postings) as postings
    from side
    group by source_id, owner_id, kind, direction, reason, currency, amount
  ), wrong as (
    select source_id, owner_id, reason, amount::text, fundings, postings
    from compared
    where fundings <> 1 or postings <> 1
  )
  ${report}
  `,
)
