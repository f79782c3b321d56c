/**
 * The ledger's verbs: open an account, lock a wallet to decide on it, post money from one account to another.
 * It has never heard of packets. Lock order: the packet or transfer first, then accounts by owner id.
 */

import type { AccountKind, AccountState, PostingReason } from '@laisee/core/account.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount, Currency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import {
  insertPosting,
  lockAccount,
  moveBalance,
  openAccount,
  readAccount,
  setAccountState,
} from './ledger.sql.ts'

export interface AccountName {
  ownerId: string
  kind: AccountKind
}

export interface Posting {
  /** The packet, transfer or funding that causes it, and the posting's dense number within that source. */
  sourceId: string
  postingNo: bigint
  from: AccountName
  to: AccountName
  currency: Currency
  amount: Amount
  reason: PostingReason
  at: Instant
}

export interface LockedWallet {
  balance: Amount
  state: AccountState
}

const settlementAccounts = 16

/** A member's wallet, opened once, and the settlement account through which its money enters and leaves. */
export async function openWallet(tx: Tx, memberId: string, currency: Currency): Promise<void> {
  const settlement = settlementOf(memberId)
  await tx.run(openAccount, memberId, 'wallet', currency)
  await tx.run(openAccount, settlement.ownerId, settlement.kind, currency)
}

/** The account a packet or transfer keeps its money in, opened with it. */
export async function openEscrow(tx: Tx, sourceId: string, currency: Currency): Promise<void> {
  await tx.run(openAccount, sourceId, 'escrow', currency)
}

/** A member's wallet under lock, for a decision on it; undefined where there is none. */
export function lockWallet(tx: Tx, memberId: string, currency: Currency): Promise<LockedWallet | undefined> {
  return tx.one(lockAccount, memberId, 'wallet', currency)
}

/** A member's wallet as it stands, without a lock: to show, never to decide on. */
export function readWallet(tx: Tx, memberId: string, currency: Currency): Promise<LockedWallet | undefined> {
  return tx.one(readAccount, memberId, 'wallet', currency)
}

/** Let a wallet refuse debits, or take them again. The caller holds its lock and says why (wallets/freeze.ts). */
export async function setWalletState(
  tx: Tx,
  memberId: string,
  currency: Currency,
  state: AccountState,
): Promise<void> {
  await tx.run(setAccountState, memberId, 'wallet', currency, state)
}

/**
 * Where money enters and leaves. There are sixteen such accounts, so that top-ups of different members do not queue
 * behind one row; together they hold minus the money in the system.
 */
export function settlementOf(memberId: string): AccountName {
  let sum = 0
  for (let i = 0; i < memberId.length; i++) sum = (sum * 31 + memberId.charCodeAt(i)) >>> 0
  return { ownerId: `settlement_${String(sum % settlementAccounts).padStart(2, '0')}`, kind: 'settlement' }
}

/** Move money from one account to another and write it down. Both balances move, or the transaction fails. */
export async function post(tx: Tx, posting: Posting): Promise<void> {
  const { sourceId, postingNo, from, to, currency, amount, reason } = posting
  if (amount <= 0n) throw new Error(`posting ${sourceId}/${postingNo} moves nothing`)
  const at = toIso(posting.at)
  const written = tx.run(
    insertPosting,
    sourceId,
    postingNo,
    from.ownerId,
    from.kind,
    to.ownerId,
    to.kind,
    currency,
    amount,
    reason,
    at,
  )
  const sides = [
    { account: from, change: -amount },
    { account: to, change: amount },
  ].sort((a, b) => (a.account.ownerId < b.account.ownerId ? -1 : 1))
  const moves = sides.map(({ account: { ownerId, kind }, change }) =>
    tx.one(moveBalance, ownerId, kind, currency, change, reason, sourceId, postingNo, at),
  )
  const [, ...moved] = await together([written, ...moves])
  for (const [i, { account }] of sides.entries())
    if (!moved[i]) throw new Error(`no account ${account.kind} of ${account.ownerId}`)
}
