import type { AccountKind, AccountState, PostingReason } from '@laisee/core/account.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface AccountRow {
  balance: bigint
  entryCount: bigint
  state: AccountState
}

export const openAccount = statement<[ownerId: string, kind: AccountKind, currency: string], object>(
  'account_open',
  `
  insert into account (owner_id, kind, currency) values ($1, $2, $3)
  on conflict (owner_id, kind, currency) do nothing
  `,
)

export const lockAccount = statement<[ownerId: string, kind: AccountKind, currency: string], AccountRow>(
  'account_lock',
  `
  select balance, entry_count, state
  from account
  where owner_id = $1 and kind = $2 and currency = $3
  for update
  `,
)

export const readAccount = statement<[ownerId: string, kind: AccountKind, currency: string], AccountRow>(
  'account_read',
  `
  select balance, entry_count, state
  from account
  where owner_id = $1 and kind = $2 and currency = $3
  `,
)

export const setAccountState = statement<
  [ownerId: string, kind: AccountKind, currency: string, state: AccountState],
  object
>(
  'account_set_state',
  `
  update account set state = $4
  where owner_id = $1 and kind = $2 and currency = $3
  `,
)

/** One side of a posting: the balance moves and, for a wallet, its own numbered entry is written. */
export const moveBalance = statement<
  [
    ownerId: string,
    kind: AccountKind,
    currency: string,
    change: bigint,
    reason: string,
    sourceId: string,
    postingNo: bigint,
    at: string,
  ],
  { balance: bigint }
>(
  'account_move',
  `
  with moved as (
    update account
    set balance = balance + $4, entry_count = entry_count + 1
    where owner_id = $1 and kind = $2 and currency = $3
    returning owner_id, kind, currency, balance, entry_count
  ), entered as (
    insert into entry (owner_id, currency, entry_no, amount, balance, reason, source_id, posting_no, at)
    select owner_id, currency, entry_count, $4, balance, $5, $6, $7, $8::timestamptz
    from moved
    where kind = 'wallet'
  )
  select balance from moved
  `,
)

export const insertPosting = statement<
  [
    sourceId: string,
    postingNo: bigint,
    fromOwnerId: string,
    fromKind: AccountKind,
    toOwnerId: string,
    toKind: AccountKind,
    currency: string,
    amount: bigint,
    reason: string,
    at: string,
  ],
  object
>(
  'posting_insert',
  `
  insert into posting (source_id, posting_no, from_owner_id, from_kind, to_owner_id, to_kind, currency, amount, reason, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  `,
)

export interface EntryRow {
  entryNo: bigint
  amount: bigint
  balance: bigint
  reason: PostingReason
  sourceId: string
  at: Instant
}

/** A page of a wallet's statement, newest first, from below an entry number. */
export const readEntries = statement<
  [ownerId: string, currency: string, below: bigint, limit: number],
  EntryRow
>(
  'entry_page',
  `
  select entry_no, amount, balance, reason, source_id, at
  from entry
  where owner_id = $1 and currency = $2 and entry_no < $3
  order by entry_no desc
  limit $4
  `,
)

export interface SourceSums {
  paidIn: bigint
  paidOut: bigint
  returned: bigint
}

/** What went into a source's escrow, out of it to others, and back to the owner who paid. */
export const sumSource = statement<[sourceId: string, payerOwnerId: string], SourceSums>(
  'posting_sums_of_source',
  `
  select
    coalesce(sum(amount) filter (where to_kind = 'escrow'), 0)::bigint as paid_in,
    coalesce(sum(amount) filter (where from_kind = 'escrow' and to_owner_id <> $2), 0)::bigint as paid_out,
    coalesce(sum(amount) filter (where from_kind = 'escrow' and to_owner_id = $2), 0)::bigint as returned
  from posting
  where source_id = $1
  `,
)
