/** Making a split plan: a sum for one person, in parts. No money moves until a part is sent. */

import { toIso } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideMakePlan, planMs, type PlanAsk } from '@laisee/core/split-plan.ts'
import type { Tx } from '../db/db.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { readMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { seePlan, type SeenPlan } from './read-plans.ts'
import { insertParts, insertPlan } from './split-plans.sql.ts'

/** Make a plan. Refuses in the order of core/split-plan.ts; it lasts seven days. */
export async function makePlan(tx: Tx, ask: PlanAsk & { note: string }): Promise<SeenPlan> {
  const { payerId, payeeId, total, note } = ask
  const payeeKnown = (await readMember(tx, payeeId)) !== undefined
  const blocked = await isBlockedEitherWay(tx, payerId, payeeId)
  const { amounts } = orThrow(decideMakePlan(ask, { payeeKnown, blocked }))
  const at = await tx.now()
  const endsAt = at + planMs
  const id = tx.newId('plan')
  await tx.run(insertPlan, payerId, id, payeeId, defaultCurrency, total, note, toIso(at), toIso(endsAt))
  await tx.run(insertParts, payerId, id, amounts)
  const data = {
    planId: id,
    payerId,
    payeeId,
    currency: defaultCurrency,
    total,
    amounts,
    endsAt: toIso(endsAt),
  }
  await tellMember(tx, payerId, { kind: 'split_plan.made', at, data })
  return seePlan(tx, payerId, id)
}
