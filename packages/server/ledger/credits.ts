/** What came into a wallet: for whoever asks where a sum may have come from. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { readCredits, type CreditRow } from './credits.sql.ts'

/** So far back into a wallet's entries and no further, however busy it is. */
const entriesMax = 200

/** The credits since a moment among a member's latest entries, newest first. */
export function creditsOf(
  tx: Tx,
  { memberId, since }: { memberId: string; since: Instant },
): Promise<CreditRow[]> {
  return tx.run(readCredits, memberId, defaultCurrency, toIso(since), entriesMax)
}
