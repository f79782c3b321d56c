/** What became of a send, for whoever looks after its sender: that it was refused, or that it is held. */

import { alertOfHold, alertOfRefusal } from '@laisee/core/guardian.ts'
import type { Hold } from '@laisee/core/hold.ts'
import type { Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { MemberCaller } from '../http/caller.ts'
import { alertGuardians } from './change-guardian.ts'

/**
 * Tell the guardians of a member whose send was refused, where the refusal is a sign of danger: beside the kept answer,
 * once the send is undone.
 */
export async function alertOnRefusal(tx: Tx, caller: MemberCaller, { code }: Refusal): Promise<void> {
  const alert = alertOfRefusal(code)
  if (alert) await alertGuardians(tx, caller.memberId, alert)
}

/** Tell the guardians of a member whose send a rule holds. What members hold by their own settings is no danger. */
export async function alertOnHold(tx: Tx, payerId: string, hold: Hold | undefined): Promise<void> {
  if (hold) await alertGuardians(tx, payerId, alertOfHold)
}
