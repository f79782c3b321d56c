/**
 * Who of a family stands where they did: who gives an allowance, and who of age looks after somebody. What waits for
 * their word asks this again at every act, for a link may be ended at any time.
 */

import type { FamilyStanding } from '@laisee/core/family-approval.ts'
import type { Tx } from '../db/db.ts'
import { minorsAmong } from '../limits/minors.ts'
import { readFamily } from './families.sql.ts'
import { guardianIdsOver } from './guardians.sql.ts'

/** Those of age who look after a member. Somebody who is a minor too gives nobody's word but their own. */
export async function guardiansOfAge(tx: Tx, memberId: string): Promise<string[]> {
  const ids = (await tx.run(guardianIdsOver, memberId)).map(({ guardianId }) => guardianId)
  if (ids.length === 0) return []
  const minors = await minorsAmong(tx, ids)
  return ids.filter((id) => !minors.has(id))
}

/** Who may give their word now on a send of this member that an allowance may pay. */
export async function familyStanding(
  tx: Tx,
  { senderId, familyId }: { senderId: string; familyId: string | null },
): Promise<FamilyStanding> {
  const link = familyId === null ? undefined : await tx.one(readFamily, familyId)
  return {
    giverId: link?.state === 'active' ? link.giverId : null,
    guardianIds: await guardiansOfAge(tx, senderId),
  }
}
