/** The allowance a send is to be paid from, under lock; and what was counted in its month. */

import { linkStateAt } from '@laisee/core/family.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { periodsAt, type Period } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import { lockFamily, readFamilyMonth, type FamilyRow } from './families.sql.ts'

export type Allowance = Pick<FamilyRow, 'id' | 'giverId' | 'monthMax' | 'approveAbove' | 'timeZone'>

/** Lock an allowance for a send of its holder; undefined unless it is theirs and in force. */
export async function lockAllowance(
  tx: Tx,
  familyId: string,
  holderId: string,
): Promise<Allowance | undefined> {
  const link = await tx.one(lockFamily, familyId)
  const now = await tx.now(link?.changedAt)
  return link?.holderId === holderId && linkStateAt(link, now) === 'active' ? link : undefined
}

/** The month of an allowance that holds a moment: that of the zone the giver was in when they offered it. */
export function monthOf({ timeZone }: Pick<Allowance, 'timeZone'>, at: Instant): Period {
  return periodsAt(timeZone, at).month
}

/** What was counted in that month. For a decision, read it under the allowance's lock. */
export async function countedInMonth(tx: Tx, allowance: Allowance, at: Instant): Promise<bigint> {
  const { startsAt } = monthOf(allowance, at)
  return (await tx.one(readFamilyMonth, allowance.id, toIso(startsAt)))?.amount ?? 0n
}
