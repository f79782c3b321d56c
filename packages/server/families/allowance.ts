/** The allowance a send is to be paid from: under lock, with what was counted in its month. */

import { linkStateAt } from '@laisee/core/family.ts'
import { toIso } from '@laisee/core/instant.ts'
import { periodsAt, type Period } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import { lockFamily, readFamilyMonth, type FamilyRow } from './families.sql.ts'

export interface Allowance {
  id: string
  giverId: string
  monthMax: bigint
  approveAbove: bigint | null
  month: Period
  counted: bigint
}

/** Lock an allowance for a send of its holder; undefined unless it is theirs and in force. */
export async function lockAllowance(
  tx: Tx,
  familyId: string,
  holderId: string,
): Promise<Allowance | undefined> {
  const link = await tx.one(lockFamily, familyId)
  const now = await tx.now(link?.changedAt)
  if (link?.holderId !== holderId || linkStateAt(link, now) !== 'active') return undefined
  return allowanceOf(tx, link, now)
}

/** What is left to know of an allowance at a moment: its month, and what was counted in it. */
export async function allowanceOf(tx: Tx, link: FamilyRow, now: number): Promise<Allowance> {
  const { id, giverId, monthMax, approveAbove } = link
  const { month } = periodsAt(link.timeZone, now)
  const found = await tx.one(readFamilyMonth, id, toIso(month.startsAt))
  return { id, giverId, monthMax, approveAbove, month, counted: found?.amount ?? 0n }
}
