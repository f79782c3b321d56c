/**
 * Freezing all of a wallet by the operator's word alone, for as long as the service's own rules allow, and lifting it.
 * It is a freeze like any other (freezes/freeze.ts), in fewer words.
 */

import { basisRules } from '@laisee/core/freeze-basis.ts'
import { freezeNoteLengthMax } from '@laisee/core/freeze.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { freezeMoney, readLine } from '../freezes/freeze.ts'
import { endOne } from '../freezes/release.ts'
import { lockSubject } from '../freezes/subject.ts'

export const freezeReasonLengthMax = freezeNoteLengthMax

export interface FreezeAsk {
  memberId: string
  keyId: string
}

/** Freeze a member's wallet and say why. Refuses `already_frozen`, `freeze_sum_max`. */
export async function freezeWallet(
  tx: Tx,
  { memberId, keyId, reason }: FreezeAsk & { reason: string },
): Promise<void> {
  await freezeMoney(tx, {
    kind: 'wallet',
    subjectId: memberId,
    amount: null,
    reason: 'other',
    note: readLine(reason, 'reason', freezeReasonLengthMax),
    basis: 'policy',
    reference: null,
    documentId: null,
    aboutId: null,
    until: null,
    by: { kind: 'operator', keyId },
  })
}

/** Lift every freeze of all of a member's wallet. Refuses `not_frozen`. */
export async function unfreezeWallet(tx: Tx, { memberId, keyId }: FreezeAsk): Promise<void> {
  for (let lifted = 0; ; lifted++) {
    const subject = await lockSubject(tx, memberId)
    const freeze = subject.earlier.find(({ kind, releasedAt }) => kind === 'wallet' && releasedAt === null)
    if (!freeze && lifted > 0) return
    if (!freeze) throw new RefusalError(refuse('not_frozen'))
    const reason = basisRules[freeze.basis].isOrder ? 'order_lifted' : 'lifted'
    await endOne(tx, subject, freeze, { at: subject.now, by: keyId, reason, note: null })
  }
}
