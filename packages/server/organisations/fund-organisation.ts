/** Money of an organisation enters and leaves by the operator's word, as a member's does. */

import { decideDebit, decideTopUp } from '@laisee/core/account.ts'
import { actorName, type Actor } from '@laisee/core/actor.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockWallet } from '../ledger/ledger.ts'
import { readReference, writeFunding, type Funding } from '../wallets/funding.ts'
import { lockOrganisation } from './standing.ts'
import { momentOf, writeChange } from './write-change.ts'

export interface OrganisationFundingAsk {
  organisationId: string
  direction: Funding['direction']
  amount: Amount
  /** The operator's own words for it, such as the number of a bank transfer. */
  reference: string | null
  by: Actor
}

/** Credit an organisation's wallet from outside, or pay out of it. Gives the funding, with the balance after it. */
export async function fundOrganisation(tx: Tx, ask: OrganisationFundingAsk): Promise<Funding> {
  const { organisationId, direction, amount } = ask
  const reference = ask.reference === null ? null : readReference(ask.reference)
  const organisation = await lockOrganisation(tx, organisationId)
  const wallet = await lockWallet(tx, organisationId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  orThrow<string>(direction === 'top_up' ? decideTopUp(wallet, amount) : decideDebit(wallet, amount))
  const at = await momentOf(tx, organisation)
  const balance = direction === 'top_up' ? wallet.balance + amount : wallet.balance - amount
  const funding = {
    id: tx.newId('funding'),
    memberId: organisationId,
    direction,
    currency: defaultCurrency,
    amount,
    reference,
    at,
    balance,
  }
  await writeFunding(tx, funding)
  await writeChange(tx, organisation, {
    kind: direction === 'top_up' ? 'organisation.topped_up' : 'organisation.withdrawn',
    at,
    data: {
      fundingId: funding.id,
      currency: defaultCurrency,
      amount,
      balance,
      reference,
      by: actorName(ask.by),
    },
  })
  return funding
}
