/** The verdict on a send, for whoever sent it and for the operator: to the payee it says nothing of theirs. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { readJudgedBy, readOutcomes, readVerdict, type VerdictRow } from './guard.sql.ts'

/** Refuses `not_found` where there is none, or where it is not the caller's; null is the operator. */
export async function seeVerdict(tx: Tx, sendId: string, memberId: string | null): Promise<VerdictRow> {
  const row = await tx.one(readVerdict, sendId)
  if (!row || (memberId !== null && row.payerId !== memberId)) throw new RefusalError(refuse('not_found'))
  return row
}

/** The verdict on a send, for those who are asked to approve it; undefined where nobody judged it. */
export function findVerdict(tx: Tx, sendId: string): Promise<VerdictRow | undefined> {
  return tx.one(readVerdict, sendId)
}

/** What the guard said of each of these sends; those that nobody judged are left out. */
export async function outcomesOf(
  tx: Tx,
  sendIds: readonly string[],
): Promise<Map<string, VerdictRow['outcome']>> {
  if (sendIds.length === 0) return new Map()
  const rows = await tx.run(readOutcomes, [...sendIds])
  return new Map(rows.map(({ sendId, outcome }) => [sendId, outcome]))
}

/** By which policy each of these sends was judged, as `name 3`; those that nobody judged are left out. */
export async function judgedBy(tx: Tx, sendIds: readonly string[]): Promise<Map<string, string>> {
  if (sendIds.length === 0) return new Map()
  const rows = await tx.run(readJudgedBy, [...new Set(sendIds)])
  return new Map(
    rows.map(({ sendId, policyName, policyVersion }) => [sendId, `${policyName} ${policyVersion}`]),
  )
}
