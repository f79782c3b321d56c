/** What came into a wallet: for whoever asks where a sum may have come from. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { readCredits, type CreditRow } from './credits.sql.ts'

const creditsMax = 50

/** The latest credits of a member's wallet between two sums, both included. */
export function creditsOf(
  tx: Tx,
  {
    memberId,
    since,
    amountMin,
    amountMax,
  }: { memberId: string; since: Instant; amountMin: Amount; amountMax: Amount },
): Promise<CreditRow[]> {
  return tx.run(readCredits, memberId, defaultCurrency, toIso(since), amountMin, amountMax, creditsMax)
}
