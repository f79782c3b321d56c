/** Cancelling by idempotency key (M19) when the payer never saw the answer: undo if there is time, else recall. */

import { orThrow } from '@laisee/core/refusals.ts'
import { decideCancelTransfer } from '@laisee/core/transfer-verbs.ts'
import type { Canceled } from '../cancel.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { lockForVerb } from './lock.ts'
import { recallTransfer } from './recall.ts'
import { undoTransfer } from './undo.ts'

/** Take a transfer back while that is possible. Refuses with its fate, and who decided it when, where it is not. */
export async function cancelTransfer(
  tx: Tx,
  _ctx: Context,
  { memberId, sourceId }: { memberId: string; sourceId: string },
): Promise<Canceled> {
  const { transfer, now } = await lockForVerb(tx, sourceId)
  const ask = { transferId: sourceId, memberId }
  if (orThrow(decideCancelTransfer(transfer, memberId, now)) === 'undo') {
    await undoTransfer(tx, ask)
    return { outcome: 'undone', returned: transfer.amount }
  }
  await recallTransfer(tx, { ...ask, reason: 'CUST' })
  return { outcome: 'recalled', returned: transfer.amount }
}
