/** What a wallet shows: its balance, what is frozen beside it, and whether all of it is, since when, until when and why. */

import type { AccountState } from '@laisee/core/account.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount, type Currency } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lastingWalletFreeze } from '../freezes/read.ts'
import { readFrozenAmount } from '../ledger/frozen.ts'
import { readWallet } from '../ledger/ledger.ts'

export interface ShownWallet {
  memberId: string
  currency: Currency
  balance: Amount
  /** What freezes of amounts keep beside the balance. */
  frozenAmount: Amount
  state: AccountState
  /** Null while it is open. */
  frozen: { freezeId: string; since: Instant; until: Instant; reason: string } | null
}

/** A member's wallet as it stands, or `not_found`. Read it in one snapshot, so that its parts agree. */
export async function showWallet(tx: Tx, memberId: string): Promise<ShownWallet> {
  const wallet = await readWallet(tx, memberId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  const freeze = wallet.state === 'frozen' ? await lastingWalletFreeze(tx, memberId) : undefined
  const frozen = freeze
    ? { freezeId: freeze.id, since: freeze.since, until: freeze.until, reason: freeze.note }
    : null
  return {
    memberId,
    currency: defaultCurrency,
    balance: wallet.balance,
    frozenAmount: await readFrozenAmount(tx, memberId, defaultCurrency),
    state: wallet.state,
    frozen,
  }
}
