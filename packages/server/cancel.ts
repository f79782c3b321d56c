/**
 * How what a request made is taken back when its sender never saw the answer (`POST /v1/cancel`): by the kind of the
 * source that the request remembered.
 */

import type { IdKind } from '@laisee/core/ids.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { Context } from './context.ts'
import type { Tx } from './db/db.ts'
import { cancelPacket } from './packets/cancel.ts'
import { cancelTransfer } from './transfers/cancel.ts'

export interface Canceled {
  /** `undone` in the undo window, as if never sent; `recalled` after it, for what nobody has claimed. */
  outcome: 'undone' | 'recalled'
  returned: Amount
}

/** Take the source back, or throw the refusal that says why not (already claimed out, not recallable, …). */
export type CancelSource = (
  tx: Tx,
  ctx: Context,
  ask: { memberId: string; sourceId: string },
) => Promise<Canceled>

/** A request whose source is of no kind in this table cannot be cancelled once it was answered. */
export const cancelSources: Partial<Record<IdKind, CancelSource>> = {
  packet: (tx, _ctx, { memberId, sourceId }) => cancelPacket(tx, { packetId: sourceId, memberId }),
  transfer: cancelTransfer,
}
