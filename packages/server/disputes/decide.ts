/**
 * Deciding a dispute, with reasons, once both sides were heard. A decision moves money only on legal ground: out of an
 * amount that an order of the police or a court has frozen for this dispute, and on the further word of that authority.
 * Where there is none, the service says so and backs a return request: what the other side has is theirs to give.
 */

import { decideDecision } from '@laisee/core/dispute-verbs.ts'
import { refuseField } from '@laisee/core/field.ts'
import { keptActor } from '@laisee/core/freeze.ts'
import { orThrow, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { addFact } from './add-fact.ts'
import { backReturn } from './back-return.ts'
import type { DecideAsk, Effect } from './effect.ts'
import { agentFacts, lockDispute, type LockedDispute } from './lock.ts'
import { readText } from './open.ts'
import { payFromFrozen } from './pay-from-frozen.ts'
import { releaseDisputed, secureDisputed } from './secure.ts'

/** Decide, freeze meanwhile, or decide an appeal. Both sides are told what came of it, and read the reasons. */
export async function decideDispute(tx: Tx, ask: DecideAsk): Promise<LockedDispute> {
  const text = readText(ask.reasons, 'reasons')
  failOnWhatIsNotUsed(ask)
  const locked = await lockDispute(tx, ask.disputeId)
  const { dispute, standing } = locked
  const { outcome, amount } = ask
  const agent = await agentFacts(tx, dispute, ask.by)
  const { kind } = orThrow(decideDecision(standing, agent, { outcome, amount, disputed: dispute.amount }))
  const isReturn = outcome === 'return' || outcome === 'part'
  const decided = isReturn ? { amount: amount ?? dispute.amount } : {}
  const done = await carryOut(tx, locked, ask)
  return addFact(tx, locked, { kind, by: keptActor(ask.by), outcome, text, ...decided, ...done })
}

/** What a decision has no use for is refused: whoever said it means something else to happen. */
function failOnWhatIsNotUsed({ outcome, freezeId, order }: DecideAsk): void {
  const isReturn = outcome === 'return' || outcome === 'part'
  if (freezeId !== null && !isReturn && outcome !== 'release')
    throw new RefusalError(refuseField('freezeId', 'goes with a return, a part or a release'))
  if (order !== null && !(isReturn && freezeId !== null))
    throw new RefusalError(refuseField('order', 'goes with the freeze that a return is paid out of'))
}

async function carryOut(tx: Tx, locked: LockedDispute, ask: DecideAsk): Promise<Effect> {
  const { freezeId } = ask
  switch (ask.outcome) {
    case 'return':
    case 'part':
      return freezeId === null ? backReturn(tx, locked, ask) : payFromFrozen(tx, locked, { ...ask, freezeId })
    case 'freeze':
      return secureDisputed(tx, locked, ask)
    case 'release':
      return releaseDisputed(tx, locked, ask)
    default:
      return { effect: 'none' }
  }
}
