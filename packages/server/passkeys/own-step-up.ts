/** From which sum on a member's own sends ask for a step-up. */

import type { Amount } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { readStepUpSetting } from './passkeys.sql.ts'

/** The sum a member has set; null where they have set none. */
export async function ownStepUpFromOf(tx: Tx, memberId: string): Promise<Amount | null> {
  return (await tx.one(readStepUpSetting, memberId))?.fromAmount ?? null
}
