/** Cancelling by idempotency key (M19) when the payer never saw the answer: undo if there is time, else recall. */

import { sumOf } from '@laisee/core/ladder.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideCancelTransfer } from '@laisee/core/transfer-verbs.ts'
import type { Canceled } from '../cancel.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { lockWhole } from './lock.ts'
import { recallTransfer } from './recall.ts'
import { undoTransfer } from './undo.ts'

/**
 * Take a transfer back while that is possible. Refuses with its fate, and who decided it when, where it is not. Which
 * way is judged and taken at one moment: the undo window cannot end in between.
 */
export async function cancelTransfer(
  tx: Tx,
  _ctx: Context,
  { memberId, sourceId }: { memberId: string; sourceId: string },
): Promise<Canceled> {
  const locked = await lockWhole(tx, sourceId)
  const { transfer, now } = locked
  const ask = { transferId: sourceId, memberId }
  if (orThrow(decideCancelTransfer(transfer, memberId, now)) === 'undo') {
    await undoTransfer(tx, ask, locked)
    return { outcome: 'undone', returned: sumOf(transfer) }
  }
  await recallTransfer(tx, { ...ask, reason: 'CUST' }, locked)
  return { outcome: 'recalled', returned: transfer.amount }
}
