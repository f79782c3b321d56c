/** A send that was refused, for whoever looks after its sender: told beside the kept answer, as the send was undone. */

import { alertOfRefusal } from '@laisee/core/guardian.ts'
import type { Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { MemberCaller } from '../http/caller.ts'
import { alertGuardians } from './change-guardian.ts'

/** Tell the guardians of a member whose send was refused, where the refusal is a sign of danger. */
export async function alertOnRefusal(tx: Tx, caller: MemberCaller, { code }: Refusal): Promise<void> {
  const alert = alertOfRefusal(code)
  if (alert) await alertGuardians(tx, caller.memberId, alert)
}
