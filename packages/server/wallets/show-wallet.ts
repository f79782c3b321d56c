/** What a wallet shows: its balance, whether it is frozen, since when and why. */

import type { AccountState } from '@laisee/core/account.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount, type Currency } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { readWallet } from '../ledger/ledger.ts'
import { readFreeze } from './freeze.sql.ts'

export interface ShownWallet {
  memberId: string
  currency: Currency
  balance: Amount
  state: AccountState
  /** Null while it is open. */
  frozen: { since: Instant; reason: string } | null
}

/** A member's wallet as it stands, or `not_found`. Read it in one snapshot, so that its parts agree. */
export async function showWallet(tx: Tx, memberId: string): Promise<ShownWallet> {
  const wallet = await readWallet(tx, memberId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  const frozen =
    wallet.state === 'frozen' ? ((await tx.one(readFreeze, memberId, defaultCurrency)) ?? null) : null
  return { memberId, currency: defaultCurrency, balance: wallet.balance, state: wallet.state, frozen }
}
