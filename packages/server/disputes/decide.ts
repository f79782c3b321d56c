/**
 * Deciding a dispute, with reasons. A decision moves money only on legal ground: out of an amount that an order of the
 * police or a court has frozen. Where there is none, the service says so and backs a return request: what the other side
 * has is theirs to give.
 */

import type { Actor } from '@laisee/core/actor.ts'
import { type DisputeCause, type DisputeOutcome } from '@laisee/core/dispute.ts'
import { decideDecision } from '@laisee/core/dispute-verbs.ts'
import { basisRules } from '@laisee/core/freeze-basis.ts'
import { refuseField } from '@laisee/core/field.ts'
import { keptActor } from '@laisee/core/freeze.ts'
import type { Amount } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError, type RefusalCode } from '@laisee/core/refusals.ts'
import type { ReturnCause } from '@laisee/core/return-request.ts'
import { backedReturnText } from '@laisee/core/return-text.ts'
import type { Tx } from '../db/db.ts'
import { freezeMoney } from '../freezes/freeze.ts'
import { freezeById } from '../freezes/read.ts'
import { releaseFreeze, settleFreeze } from '../freezes/release.ts'
import { askReturns } from '../returns/ask-returns.ts'
import { returnClaim } from '../returns/return-claim.ts'
import { addFact } from './add-fact.ts'
import { agentFacts, lockDispute, type LockedDispute } from './lock.ts'
import { readText } from './open.ts'

export interface DecideAsk {
  disputeId: string
  by: Actor
  outcome: DisputeOutcome
  /** Of a part: how much goes back. Of a freeze: how much, or all that is disputed. */
  amount: Amount | null
  reasons: string
  /** A freeze the decision ends: one to release, or one of an amount, by an order, to pay out of. */
  freezeId: string | null
}

interface Effect {
  /** `moved`: money went back; `backed`: it is asked for; `frozen`, `released`; `none`. */
  effect: 'moved' | 'backed' | 'not_asked' | 'frozen' | 'released' | 'none'
  effectId?: string
  /** How much it is about, where that is less than was decided on. */
  amount?: Amount
}

/** Decide, or decide an appeal. Both sides are told the outcome, and read the reasons. */
export async function decideDispute(tx: Tx, ask: DecideAsk): Promise<LockedDispute> {
  const reasons = readText(ask.reasons, 'reasons')
  const locked = await lockDispute(tx, ask.disputeId)
  const { dispute, standing } = locked
  const { outcome, amount } = ask
  const agent = await agentFacts(tx, dispute, ask.by)
  const { kind } = orThrow(decideDecision(standing, agent, { outcome, amount, disputed: dispute.amount }))
  const decided = amount ?? dispute.amount
  const { effect, effectId, amount: sum = decided } = await carryOut(tx, locked, { ...ask, amount: decided })
  return addFact(tx, locked, {
    kind,
    by: keptActor(ask.by),
    outcome,
    text: reasons,
    effect,
    ...(outcome === 'return' || outcome === 'part' || outcome === 'freeze' ? { amount: sum } : {}),
    ...(effectId !== undefined && { effectId }),
  })
}

type Decided = DecideAsk & { amount: Amount }

async function carryOut(tx: Tx, locked: LockedDispute, ask: Decided): Promise<Effect> {
  switch (ask.outcome) {
    case 'return':
    case 'part':
      return ask.freezeId === null ? backReturn(tx, locked, ask) : payFromFrozen(tx, locked, ask)
    case 'freeze':
      return freezeDisputed(tx, locked, ask)
    case 'release':
      return releaseDisputed(tx, locked, ask)
    default:
      return { effect: 'none' }
  }
}

const holderOf = ({ dispute }: LockedDispute) =>
  dispute.payerId === dispute.openerId ? dispute.otherId : dispute.openerId

/** Money that an order froze is let go and goes back at once, to the account it came from. */
async function payFromFrozen(tx: Tx, locked: LockedDispute, ask: Decided): Promise<Effect> {
  const freeze = await freezeById(tx, ask.freezeId!)
  const holderId = holderOf(locked)
  if (freeze?.kind !== 'amount' || freeze.ownerId !== holderId || freeze.amount! < ask.amount)
    throw new RefusalError(
      refuseField('freezeId', 'must be a freeze of at least this amount of whoever has the money'),
    )
  if (!basisRules[freeze.basis].isOrder)
    throw new RefusalError(refuseField('freezeId', 'must stand on an order of the police or a court'))
  await settleFreeze(tx, { freezeId: freeze.id, by: ask.by })
  const { sourceId } = locked.dispute
  const { request } = await returnClaim(tx, { sourceId, memberId: holderId, amount: ask.amount })
  return { effect: 'moved', effectId: request.id }
}

const causes: Readonly<Record<DisputeCause, ReturnCause>> = {
  mistake: 'AC03',
  fraud: 'FRAD',
  account_theft: 'UAPA',
}

/** Where a request cannot be made for what happened before: the decision stands all the same. */
const askedBefore: ReadonlySet<RefusalCode> = new Set([
  'recipient_blocked',
  'instalments_agreed',
  'already_given_back',
  'already_asked_back',
  'return_declined',
  'asked_back_enough',
])

/**
 * Without legal ground nobody's money is taken: it is asked for, in the payer's name and the service's words. To return
 * all is to return what is left of it.
 */
async function backReturn(tx: Tx, locked: LockedDispute, ask: Decided): Promise<Effect> {
  const { sourceId, payerId, cause } = locked.dispute
  try {
    const { requests } = await askReturns(tx, {
      sourceId,
      memberId: payerId,
      recipientIds: [holderOf(locked)],
      cause: causes[cause],
      amount: ask.outcome === 'part' ? ask.amount : null,
      dueOn: null,
      message: backedReturnText('zh'),
      language: 'zh',
    })
    const { id: effectId, amount } = requests[0]!
    return { effect: 'backed', effectId, amount }
  } catch (error) {
    if (error instanceof RefusalError && askedBefore.has(error.refusal.code)) return { effect: 'not_asked' }
    throw error
  }
}

async function freezeDisputed(tx: Tx, locked: LockedDispute, ask: Decided): Promise<Effect> {
  const { id } = await freezeMoney(tx, {
    kind: 'amount',
    subjectId: holderOf(locked),
    amount: ask.amount,
    reason: 'dispute',
    note: `争议 ${locked.dispute.id}`,
    basis: 'policy',
    reference: null,
    documentId: null,
    until: null,
    by: ask.by,
  })
  return { effect: 'frozen', effectId: id }
}

/** What is frozen of the packet, or of whoever has the money: what others have is none of this dispute's. */
async function releaseDisputed(tx: Tx, locked: LockedDispute, ask: Decided): Promise<Effect> {
  if (ask.freezeId === null)
    throw new RefusalError(
      refuse('invalid_request', { errors: [{ field: 'freezeId', message: 'must be said' }] }),
    )
  const freeze = await freezeById(tx, ask.freezeId)
  if (freeze && ![locked.dispute.sourceId, holderOf(locked)].includes(freeze.subjectId))
    throw new RefusalError(
      refuseField('freezeId', 'must be a freeze of what is disputed, or of whoever has the money'),
    )
  const { id } = await releaseFreeze(tx, {
    freezeId: ask.freezeId,
    reason: 'settled',
    note: null,
    by: ask.by,
  })
  return { effect: 'released', effectId: id }
}
