/** What an account allows. Wallet, escrow and frozen accounts are never negative; a frozen wallet refuses debits only. */

import { amountMax, type Amount } from './money.ts'
import { refuse, type Refusal } from './refusals.ts'

export type AccountKind = 'wallet' | 'escrow' | 'frozen' | 'settlement' | 'revenue'
export type AccountState = 'open' | 'frozen'

/** Why money moved: the word on a statement. */
export const postingReasons = [
  'top_up',
  'withdrawal',
  'packet_sent',
  'packet_undone',
  'packet_claimed',
  'packet_recalled',
  'packet_declined',
  'packet_expired',
  'packet_rejected',
  'transfer_sent',
  'transfer_undone',
  'transfer_arrived',
  'transfer_recalled',
  'transfer_declined',
  'transfer_returned',
  'transfer_rejected',
  'family_spent',
  'family_returned',
  'returned',
  'interest',
  'frozen',
  'unfrozen',
] as const
export type PostingReason = (typeof postingReasons)[number]

export interface Wallet {
  balance: Amount
  state: AccountState
}

/** May this wallet pay? A freeze stops debits; credits and refunds always arrive. */
export function decideDebit(wallet: Wallet, amount: Amount): 'debit' | Refusal {
  if (wallet.state === 'frozen') return refuse('wallet_frozen')
  if (wallet.balance < amount)
    return refuse('balance_too_low', { balance: Number(wallet.balance), needed: Number(amount) })
  return 'debit'
}

/**
 * The most a top-up may fill a wallet to: half of what the API can say exactly. The other half is room for money that
 * comes back or is claimed, which is credited without being asked.
 */
export const topUpBalanceMax: Amount = amountMax / 2n

/** May this wallet be topped up? */
export function decideTopUp(wallet: Wallet, amount: Amount): 'credit' | Refusal {
  if (wallet.balance + amount > topUpBalanceMax)
    return refuse('balance_above_max', { field: 'amount', max: Number(topUpBalanceMax) })
  return 'credit'
}
