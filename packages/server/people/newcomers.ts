/** Who is new in a group: whoever came after a member themselves did. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { countNewcomers } from './newcomers.sql.ts'

/** How many came since a moment, and later than this member. */
export async function newcomersSince(
  tx: Tx,
  { groupId, besideId, since }: { groupId: string; besideId: string; since: Instant },
): Promise<number> {
  return (await tx.one(countNewcomers, groupId, besideId, toIso(since)))!.newcomers
}
