/** Sending a ladder: a small first part at once, and the rest when the payee has given their word on it. */

import type { LadderAsk } from '@laisee/core/ladder.ts'
import type { Tx } from '../db/db.ts'
import { sendTransfers, type SendTransferAsk } from './send.ts'
import type { TransferRow } from './transfers.sql.ts'

/** A ladder as its payer asks for it: the amount is all of it. */
export type SendLadderAsk = Omit<SendTransferAsk, 'delayS' | 'ladder' | 'planned'> & { ladder: LadderAsk }

/** The two transfers of a ladder. */
export interface SentLadder {
  first: TransferRow
  rest: TransferRow
}

/**
 * Send a ladder. Refuses as `sendTransfer` does, judged once by the whole amount, and for its parts. Both transfers are
 * in escrow from now on, are undone together and delivered together; nothing delays the first beyond that.
 */
export async function sendLadder(tx: Tx, ask: SendLadderAsk): Promise<SentLadder> {
  const [first, rest] = await sendTransfers(tx, { ...ask, delayS: 0 })
  return { first: first!, rest: rest! }
}
