/** What a wallet shows: its balance, whether and why it is frozen, and its statement in its own numbered order. */

import type { AccountState } from '@laisee/core/account.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount, type Currency } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { readFreeze } from './freeze.sql.ts'
import { readWallet } from './ledger.ts'
import { readEntries, type EntryRow } from './ledger.sql.ts'

export type { EntryRow } from './ledger.sql.ts'

export interface ShownWallet {
  memberId: string
  currency: Currency
  balance: Amount
  state: AccountState
  /** Why and since when it is frozen; null while it is open. */
  frozen: { since: Instant; reason: string } | null
}

/** A member's wallet as it stands, or `not_found`. Read it in one snapshot, so that its parts agree. */
export async function showWallet(tx: Tx, memberId: string): Promise<ShownWallet> {
  const wallet = await readWallet(tx, memberId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  const frozen = wallet.state === 'frozen' ? ((await tx.one(readFreeze, memberId, defaultCurrency)) ?? null) : null
  return { memberId, currency: defaultCurrency, balance: wallet.balance, state: wallet.state, frozen }
}

const beyondAllEntries = 9_223_372_036_854_775_807n

/**
 * A page of a wallet's statement, newest first, from below an entry number. Entries are numbered under the wallet's
 * lock, so whatever commits late has a higher number than all that was read: no page ever skips one.
 */
export async function pageOfEntries(tx: Tx, memberId: string, below: bigint | undefined, limit: number): Promise<EntryRow[]> {
  return tx.run(readEntries, memberId, defaultCurrency, below ?? beyondAllEntries, limit)
}
