/**
 * Money enters and leaves by the operator's word: a top-up credits a wallet from settlement, a withdrawal pays it back
 * there. Each is a row of its own beside its one posting, and never changes.
 */

import { decideDebit, decideTopUp } from '@laisee/core/account.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount, type Currency } from '@laisee/core/money.ts'
import { lineFrom } from '@laisee/core/name.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockWallet, post, settlementOf } from '../ledger/ledger.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { insertFunding, type FundingDirection } from './funding.sql.ts'

export const referenceLengthMax = 128

export interface FundingAsk {
  memberId: string
  amount: Amount
  /** The operator's own words for it, such as the number of a bank transfer. */
  reference: string | null
}

export interface Funding extends FundingAsk {
  id: string
  direction: FundingDirection
  currency: Currency
  at: Instant
  /** The wallet's balance after it. */
  balance: Amount
}

/** Credit a wallet with money that came from outside. A frozen wallet is credited all the same. */
export function topUp(tx: Tx, ask: FundingAsk): Promise<Funding> {
  return fund(tx, 'top_up', ask)
}

/** Pay money out of a wallet to the outside. Refuses `wallet_frozen` and `balance_too_low`. */
export function withdraw(tx: Tx, ask: FundingAsk): Promise<Funding> {
  return fund(tx, 'withdrawal', ask)
}

async function fund(tx: Tx, direction: FundingDirection, ask: FundingAsk): Promise<Funding> {
  const { memberId, amount } = ask
  const reference = ask.reference === null ? null : readReference(ask.reference)
  await lockMember(tx, memberId, 'member_unknown', { field: 'memberId' })
  const wallet = await lockWallet(tx, memberId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('member_unknown', { field: 'memberId' }))
  const at = await tx.now()
  orThrow<string>(direction === 'top_up' ? decideTopUp(wallet, amount) : decideDebit(wallet, amount))
  const balance = direction === 'top_up' ? wallet.balance + amount : wallet.balance - amount
  const funding = {
    id: tx.newId('funding'),
    memberId,
    direction,
    currency: defaultCurrency,
    amount,
    reference,
    at,
    balance,
  }
  await write(tx, funding)
  return funding
}

async function write(tx: Tx, funding: Funding): Promise<void> {
  await writeFunding(tx, funding)
  const { id, memberId, direction, currency, amount, reference, at, balance } = funding
  const kind = direction === 'top_up' ? 'wallet.topped_up' : 'wallet.withdrawn'
  await tellMember(tx, memberId, {
    kind,
    at,
    data: { fundingId: id, memberId, currency, amount, balance, reference },
  })
}

/** Write a funding that was decided, and post its money. Whoever asks holds the wallet's lock, and tells of it. */
export async function writeFunding(tx: Tx, funding: Funding): Promise<void> {
  const { id, memberId, direction, currency, amount, reference, at } = funding
  await tx.run(insertFunding, id, memberId, direction, currency, amount, reference, toIso(at))
  const wallet = { ownerId: memberId, kind: 'wallet' } as const
  const outside = settlementOf(memberId)
  const [from, to] = direction === 'top_up' ? [outside, wallet] : [wallet, outside]
  await post(tx, { sourceId: id, postingNo: 1n, from, to, currency, amount, reason: direction, at })
}

/** The operator's own words for a funding, as they are kept. */
export function readReference(text: string): string {
  return (
    lineFrom(text, referenceLengthMax) ??
    orThrow<string>(
      refuseField(
        'reference',
        `must be a line of 1 to ${referenceLengthMax} characters that can all be seen`,
      ),
    )
  )
}
