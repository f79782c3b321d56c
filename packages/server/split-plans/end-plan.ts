/** Ending a split plan: what was not sent of it is not sent any more; what was sent stays as it is. */

import { toIso } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideEndPlan } from '@laisee/core/split-plan.ts'
import type { Tx } from '../db/db.ts'
import { tellMember } from '../people/tell-member.ts'
import { lockPlanOf, seePlan, type SeenPlan } from './read-plans.ts'
import { changePlan } from './split-plans.sql.ts'

/** End a plan. Refuses `not_found`, and `plan_over` where it has ended already. */
export async function endPlan(tx: Tx, payerId: string, planId: string): Promise<SeenPlan> {
  const { plan, parts, now } = await lockPlanOf(tx, payerId, planId)
  const { endedAt } = orThrow(decideEndPlan(plan, now))
  await tx.run(changePlan, payerId, planId, toIso(endedAt), toIso(now))
  const left = parts.filter(({ transferId }) => transferId === null)
  const unsent = left.reduce((sum, { amount }) => sum + amount, 0n)
  const data = { planId, payerId, payeeId: plan.payeeId, partsLeft: left.length, unsent }
  await tellMember(tx, payerId, { kind: 'split_plan.ended', at: now, data })
  return seePlan(tx, payerId, planId)
}
