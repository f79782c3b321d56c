/** What comes back of a send: its sum to the counters where its end says so, and to the giver where a family paid. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { endGivesBack } from '@laisee/core/limits.ts'
import type { Amount, Currency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { giveBackToAllowance, lockLink, tellReturned } from '../families/pay-from-allowance.ts'
import { giveBackSpend } from './limits.sql.ts'

/** A packet or transfer some of whose money goes back to the wallet that paid. */
export interface ReturningSend {
  id: string
  payerId: string
  currency: Currency
  familyId: string | null
  paidFromId: string | null
}

/** Lock the allowance that paid, if one did: it comes before any wallet. */
export async function lockBeforeReturn(tx: Tx, { familyId }: ReturningSend): Promise<void> {
  if (familyId !== null) await lockLink(tx, familyId)
}

/**
 * After the money has gone back, under the lock of the wallet it went to: give the sum back to the counters where the
 * end of the send says so (core/limits.ts), and tell a family of it.
 */
export async function countReturn(
  tx: Tx,
  send: ReturningSend,
  { end, amount, at }: { end: string; amount: Amount; at: Instant },
): Promise<void> {
  const { id, payerId, familyId, paidFromId } = send
  if (endGivesBack[end] === true) {
    await tx.run(giveBackSpend, payerId, id, toIso(at))
    if (paidFromId !== null) await tx.run(giveBackSpend, paidFromId, id, toIso(at))
    if (familyId !== null) await giveBackToAllowance(tx, familyId, id, at)
  }
  if (familyId !== null) await tellReturned(tx, familyId, { sendId: id, amount, currency: send.currency, at })
}
