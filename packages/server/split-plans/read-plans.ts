/** Split plans as their payer sees them: each part with the transfer that it became. They are nobody else's. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { SplitPlan } from '@laisee/core/split-plan.ts'
import type { Tx } from '../db/db.ts'
import { transfersById, type TransferSight } from '../transfers/read.ts'
import { lockPlan, plansOfPayer, readParts, readPlan, type PartRow, type PlanRow } from './split-plans.sql.ts'

/** A part and, where it was sent, its transfer as it stands. */
export interface SeenPart extends PartRow {
  sight: TransferSight | null
}

export interface SeenPlan {
  plan: SplitPlan
  parts: SeenPart[]
  now: Instant
}

/** A plan under lock with its parts, for a verb; `not_found` where this payer has none of that id. */
export async function lockPlanOf(
  tx: Tx,
  payerId: string,
  planId: string,
): Promise<{ plan: SplitPlan; parts: PartRow[]; now: Instant }> {
  const row = await tx.one(lockPlan, payerId, planId)
  if (!row) throw new RefusalError(refuse('not_found'))
  const parts = await tx.run(readParts, payerId, [planId])
  return { plan: planOf(row, parts), parts, now: await tx.now(row.changedAt) }
}

/** A plan as its payer sees it now; `not_found` where they have none of that id. */
export async function seePlan(tx: Tx, payerId: string, planId: string): Promise<SeenPlan> {
  const row = await tx.one(readPlan, payerId, planId)
  if (!row) throw new RefusalError(refuse('not_found'))
  return (await seePlans(tx, payerId, [row]))[0]!
}

/** At most `limit` plans of a payer, newest first, from below a place. */
export async function listPlans(
  tx: Tx,
  payerId: string,
  { from, limit }: { from: { at: Instant; id: string } | undefined; limit: number },
): Promise<SeenPlan[]> {
  const [before, beforeId] = from ? [toIso(from.at), from.id] : ['infinity', '']
  return seePlans(tx, payerId, await tx.run(plansOfPayer, payerId, before, beforeId, limit))
}

async function seePlans(tx: Tx, payerId: string, rows: readonly PlanRow[]): Promise<SeenPlan[]> {
  if (rows.length === 0) return []
  const parts = await tx.run(readParts, payerId, [...new Set(rows.map(({ id }) => id))])
  const byPlan = Map.groupBy(parts, ({ planId }) => planId)
  const sentIds = parts.map(({ transferId }) => transferId).filter((id) => id !== null)
  const transfers = await transfersById(tx, sentIds)
  const now = await tx.now()
  return rows.map((row) => {
    const own = byPlan.get(row.id) ?? []
    const seen = own.map((part) => {
      const transfer = part.transferId === null ? undefined : transfers.get(part.transferId)
      const sight = transfer ? { transfer, now: Math.max(now, transfer.changedAt) } : null
      return { ...part, sight }
    })
    return { plan: planOf(row, own), parts: seen, now: Math.max(now, row.changedAt) }
  })
}

/** A plan as the rules take it. */
export function planOf(row: PlanRow, parts: readonly PartRow[]): SplitPlan {
  return { ...row, amounts: parts.map(({ amount }) => amount) }
}
