/** What a decision freezes, and lets go: of this dispute's money alone. */

import { refuseField } from '@laisee/core/field.ts'
import { decideSecured, isFrozenFor, leftFrozen } from '@laisee/core/freeze-case.ts'
import { orThrow, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { freezeMoney } from '../freezes/freeze.ts'
import { freezeById, lastingFreezes } from '../freezes/read.ts'
import { releaseFreeze } from '../freezes/release.ts'
import { lockHeld, moneyOf, type DecideAsk, type Effect } from './effect.ts'
import type { LockedDispute } from './lock.ts'

/**
 * Freeze what is left of the money, or so much of it, for days, on the service's own rules: never more than has not come
 * back and is not frozen for it already. It is no decision: whoever is frozen may object, and the dispute is still to be
 * decided.
 */
export async function secureDisputed(tx: Tx, { dispute }: LockedDispute, ask: DecideAsk): Promise<Effect> {
  const money = moneyOf(dispute)
  const { share } = await lockHeld(tx, dispute)
  const lasting = await lastingFreezes(tx, money.holderId)
  const frozen = lasting
    .filter((one) => one.kind === 'amount' && isFrozenFor(one, money))
    .reduce((sum, one) => sum + leftFrozen(one), 0n)
  const { id, amount } = await freezeMoney(tx, {
    kind: 'amount',
    subjectId: money.holderId,
    amount: orThrow(decideSecured(share, frozen, ask.amount)),
    reason: 'dispute',
    note: `争议 ${dispute.id}`,
    basis: 'policy',
    reference: null,
    documentId: null,
    aboutId: dispute.id,
    until: null,
    by: ask.by,
  })
  return { effect: 'frozen', effectId: id, amount: amount! }
}

/** End a freeze of this dispute's money: what is frozen for anything else is none of it. */
export async function releaseDisputed(tx: Tx, { dispute }: LockedDispute, ask: DecideAsk): Promise<Effect> {
  const { freezeId, by } = ask
  if (freezeId === null) throw new RefusalError(refuseField('freezeId', 'must be said'))
  const freeze = await freezeById(tx, freezeId)
  if (freeze && !isFrozenFor(freeze, moneyOf(dispute)))
    throw new RefusalError(
      refuseField('freezeId', 'must be a freeze for this dispute, or for what it is about'),
    )
  const { id } = await releaseFreeze(tx, { freezeId, reason: 'settled', note: null, by })
  return { effect: 'released', effectId: id }
}
