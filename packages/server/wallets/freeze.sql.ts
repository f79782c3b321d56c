import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface FreezeRow {
  since: Instant
  reason: string
}

/** Freezes of a wallet are numbered under the wallet's lock; one lasts at a time. */
export const insertFreeze = statement<
  [ownerId: string, currency: string, since: string, reason: string, frozenBy: string],
  FreezeRow
>(
  'freeze_insert',
  `
  insert into wallet_freeze (owner_id, currency, freeze_no, since, reason, frozen_by)
  values (
    $1, $2,
    (select count(*) + 1 from wallet_freeze as before where before.owner_id = $1 and before.currency = $2),
    $3, $4, $5
  )
  returning since, reason
  `,
)

export const endFreeze = statement<
  [ownerId: string, currency: string, until: string, liftedBy: string],
  FreezeRow
>(
  'freeze_end',
  `
  update wallet_freeze set until = $3, lifted_by = $4
  where owner_id = $1 and currency = $2 and until is null
  returning since, reason
  `,
)

export const readFreeze = statement<[ownerId: string, currency: string], FreezeRow>(
  'freeze_read',
  `
  select since, reason
  from wallet_freeze
  where owner_id = $1 and currency = $2 and until is null
  `,
)
