/** Ending a freeze: by somebody's word, or by itself when its time is over. What was frozen goes on from where it was. */

import type { Actor } from '@laisee/core/actor.ts'
import type { ReleaseReason } from '@laisee/core/freeze-basis.ts'
import { decideRelease, freezeNoteLengthMax, keptActor } from '@laisee/core/freeze.ts'
import { leftFrozen } from '@laisee/core/freeze-case.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Reader, Tx } from '../db/db.ts'
import { post } from '../ledger/ledger.ts'
import { readLine } from './freeze.ts'
import { endFreeze, findFreeze, freezesToRelease, type FreezeRow } from './freezes.sql.ts'
import {
  isParty,
  keepPacketFrozen,
  keepWalletState,
  lockSubject,
  tellOwner,
  type Subject,
} from './subject.ts'

export interface ReleaseAsk {
  freezeId: string
  reason: ReleaseReason
  note: string | null
  by: Actor
}

/** Lock what a freeze is about, and the freeze with it. Refuses `not_found`. */
export async function lockFreeze(tx: Tx, freezeId: string): Promise<{ subject: Subject; freeze: FreezeRow }> {
  const found = await tx.one(findFreeze, freezeId)
  if (!found) throw new RefusalError(refuse('not_found'))
  const subject = await lockSubject(tx, found.subjectId)
  return { subject, freeze: subject.earlier.find(({ id }) => id === freezeId)! }
}

/** End a freeze before its time. */
export async function releaseFreeze(tx: Tx, ask: ReleaseAsk): Promise<FreezeRow> {
  const note = ask.note === null ? null : readLine(ask.note, 'note', freezeNoteLengthMax)
  const { subject, freeze } = await lockFreeze(tx, ask.freezeId)
  const { by, reason } = ask
  orThrow(
    decideRelease(freeze, { isParty: await isParty(tx, subject, by, freeze.aboutId), reason }, subject.now),
  )
  return endOne(tx, subject, freeze, { at: subject.now, by: keptActor(by), reason, note })
}

/** End a freeze whose time is over. Tells whether it did. */
export async function releaseIfDue(tx: Tx, freezeId: string): Promise<boolean> {
  const { subject, freeze } = await lockFreeze(tx, freezeId)
  if (freeze.releasedAt !== null || subject.now < freeze.until) return false
  await endOne(tx, subject, freeze, { at: freeze.until, by: 'clock', reason: 'expired', note: null })
  return true
}

/** The ids of freezes whose time is over, in that order; read without a lock. */
export async function dueToRelease(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(freezesToRelease, toIso(now), limit)).map((row) => row.id)
}

interface End {
  /** When it ended: at its time, where the clock ends it, however late the sweep. */
  at: Instant
  by: string
  reason: ReleaseReason | 'expired'
  note: string | null
}

/** Write down the end of a freeze that lasts, whose subject is locked. */
export async function endOne(tx: Tx, subject: Subject, freeze: FreezeRow, end: End): Promise<FreezeRow> {
  const { amount } = freeze
  const postings = freeze.postingCount + (amount === null ? 0n : 1n)
  const ended = await tx.one(
    endFreeze,
    freeze.subjectId,
    freeze.id,
    toIso(end.at),
    end.by,
    end.reason,
    end.note,
    postings,
  )
  const lasting = subject.earlier.filter((one) => one.releasedAt === null && one.id !== freeze.id)
  if (freeze.kind === 'packet') await keepPacketFrozen(tx, subject, lasting, freeze.id)
  else await letGo(tx, subject, ended!, lasting)
  return ended!
}

async function letGo(
  tx: Tx,
  subject: Subject,
  freeze: FreezeRow,
  lasting: readonly FreezeRow[],
): Promise<void> {
  const { id, ownerId, currency, releaseReason, releaseNote, postingCount } = freeze
  const at = subject.now
  const whose = isIdOf('member', ownerId) ? { memberId: ownerId } : {}
  const data = { ...whose, freezeId: id, currency, releaseReason, releaseNote }
  if (freeze.amount === null) {
    await keepWalletState(tx, subject, lasting)
    return tellOwner(tx, subject, { kind: 'wallet.unfrozen', at, data })
  }
  const amount = leftFrozen(freeze)
  await post(tx, {
    sourceId: id,
    postingNo: postingCount,
    from: { ownerId, kind: 'frozen' },
    to: { ownerId, kind: 'wallet' },
    currency,
    amount,
    reason: 'unfrozen',
    at,
  })
  await tellOwner(tx, subject, { kind: 'wallet.amount_unfrozen', at, data: { ...data, amount } })
}
