/** Sending a part of a split plan: a transfer of its own, held to what one send of the plan's sum would be. */

import { toIso } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideSendPart } from '@laisee/core/split-plan.ts'
import type { Tx } from '../db/db.ts'
import type { GuardAsk } from '../guard/judge-send.ts'
import type { StepUpGiven } from '../passkeys/prove-step-up.ts'
import type { TransferSight } from '../transfers/read.ts'
import { sendTransfer } from '../transfers/send.ts'
import { lockPlanOf } from './read-plans.ts'
import { changePlan, markPartSent } from './split-plans.sql.ts'

export interface SendPartAsk {
  payerId: string
  planId: string
  no: number
  stepUp: StepUpGiven | undefined
  guard: GuardAsk | undefined
}

/**
 * Send a part, once. Refuses `not_found`, `plan_over`, `part_sent_already`, and then as `sendTransfer` does: limits on a
 * single send, the step-up and the guard look at the plan's sum, and the day counts this part.
 */
export async function sendPart(tx: Tx, ask: SendPartAsk): Promise<TransferSight['transfer']> {
  const { payerId, planId, no, stepUp, guard } = ask
  const { plan, parts, now } = await lockPlanOf(tx, payerId, planId)
  const sent = parts.flatMap(({ no, transferId }) => (transferId === null ? [] : [{ no, transferId }]))
  const planned = orThrow(decideSendPart(plan, sent, no, now))
  const { payeeId, note } = plan
  const send = { payerId, payeeId, amount: planned.amount, delayS: null, note, profile: 'laisee' } as const
  const transfer = await sendTransfer(tx, { ...send, planned, stepUp, guard })
  const at = toIso(transfer.sentAt)
  const marked = await tx.one(markPartSent, payerId, planId, no, transfer.id, at)
  if (!marked) throw new Error(`part ${no} of ${planId} was sent under its plan's lock`)
  await tx.run(changePlan, payerId, planId, null, at)
  return transfer
}
