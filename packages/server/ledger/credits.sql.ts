import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface CreditRow {
  sourceId: string
  amount: bigint
  at: Instant
}

/** What came into a wallet since a moment, newest first, of so many of its latest entries. */
export const readCredits = statement<
  [ownerId: string, currency: string, since: string, entriesMax: number],
  CreditRow
>(
  'entry_credits',
  `
  select source_id, amount, at
  from (
    select source_id, amount, at, entry_no
    from entry
    where owner_id = $1 and currency = $2
    order by entry_no desc
    limit $4
  ) latest
  where at > $3 and amount > 0
  order by entry_no desc
  `,
)

export const readFrozen = statement<[ownerIds: string[], currency: string], { ownerId: string }>(
  'account_frozen_of_these',
  `
  select owner_id
  from account
  where owner_id = any($1::text[]) and kind = 'wallet' and currency = $2 and state = 'frozen'
  `,
)
