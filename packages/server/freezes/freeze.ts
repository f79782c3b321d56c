/**
 * Freezing: a wallet refuses debits, an amount moves to an account of its own so that the rest stays usable, a packet
 * keeps what is left of it. All wait for the same locks as whatever would take the money out, so that a freeze that was
 * answered never loses to it.
 */

import type { Actor } from '@laisee/core/actor.ts'
import { refuseField } from '@laisee/core/field.ts'
import type { FreezeBasis, FreezeReason } from '@laisee/core/freeze-basis.ts'
import {
  decideFreeze,
  freezeNoteLengthMax,
  keptActor,
  referenceLengthMax,
  type FreezeAsk,
  type FreezeKind,
} from '@laisee/core/freeze.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import { lineFrom } from '@laisee/core/name.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { documentById } from '../documents/hand-in.ts'
import { openFrozen } from '../ledger/frozen.ts'
import { post } from '../ledger/ledger.ts'
import { failUnlessAbout } from './about.ts'
import { insertFreeze, type FreezeRow } from './freezes.sql.ts'
import {
  factsOf,
  keepPacketFrozen,
  keepWalletState,
  lockSubject,
  tellOwner,
  type Subject,
} from './subject.ts'

export interface FreezeMoneyAsk {
  kind: FreezeKind
  /** The packet, or the member or organisation whose wallet it is. */
  subjectId: string
  /** Of an amount: how much. */
  amount: Amount | null
  reason: FreezeReason
  /** Why in words, shown to whom it concerns. */
  note: string
  basis: FreezeBasis
  /** The number of the order it stands on. */
  reference: string | null
  documentId: string | null
  /** The dispute, or the packet or transfer, it is for; null for none in particular. */
  aboutId: string | null
  /** Null for as long as the basis allows. */
  until: Instant | null
  by: Actor
}

/** Freeze. The frozen person is told why, until when, and that they may object. Of an amount, what is there is taken. */
export async function freezeMoney(tx: Tx, ask: FreezeMoneyAsk): Promise<FreezeRow> {
  const note = readLine(ask.note, 'note', freezeNoteLengthMax)
  const reference = ask.reference === null ? null : readLine(ask.reference, 'reference', referenceLengthMax)
  failOnMismatch(ask)
  const subject = await lockSubject(tx, ask.subjectId)
  const asked: FreezeAsk = { ...ask, reference }
  const facts = await factsOf(tx, subject, ask.by, ask.aboutId)
  const { until, amount } = orThrow(decideFreeze(asked, facts, subject.now))
  if (ask.documentId !== null && !(await documentById(tx, ask.documentId)))
    throw new RefusalError(refuse('document_unknown', { field: 'documentId' }))
  await failUnlessAbout(tx, ask, subject.ownerId)
  const row = (await tx.one(
    insertFreeze,
    subject.id,
    tx.newId('freeze'),
    ask.kind,
    subject.ownerId,
    defaultCurrency,
    ask.amount,
    amount,
    ask.reason,
    note,
    ask.basis,
    reference,
    ask.documentId,
    ask.aboutId,
    keptActor(ask.by),
    toIso(subject.now),
    toIso(until),
    amount === null ? 0n : 1n,
  ))!
  await write(tx, subject, row)
  return row
}

/** Keep what is frozen where it is, and tell of it. */
async function write(tx: Tx, subject: Subject, row: FreezeRow): Promise<void> {
  const lasting = [...subject.earlier.filter(({ releasedAt }) => releasedAt === null), row]
  const at = subject.now
  const data = toldOf(row)
  if (row.kind === 'packet') return keepPacketFrozen(tx, subject, lasting, row.id)
  if (row.kind === 'wallet') {
    await keepWalletState(tx, subject, lasting)
    return tellOwner(tx, subject, { kind: 'wallet.frozen', at, data })
  }
  await openFrozen(tx, subject.ownerId, row.currency)
  await post(tx, {
    sourceId: row.id,
    postingNo: 1n,
    from: { ownerId: subject.ownerId, kind: 'wallet' },
    to: { ownerId: subject.ownerId, kind: 'frozen' },
    currency: row.currency,
    amount: row.amount!,
    reason: 'frozen',
    at,
  })
  await tellOwner(tx, subject, { kind: 'wallet.amount_frozen', at, data })
}

/** What the owner of a wallet is told: `reason` is why in words. */
function toldOf({
  id,
  ownerId,
  currency,
  amount,
  askedAmount,
  note,
  reason,
  basis,
  reference,
  aboutId,
  until,
}: FreezeRow) {
  const whose = isIdOf('member', ownerId) ? { memberId: ownerId } : {}
  const sums = amount === null ? {} : { amount, askedAmount }
  const why = { reason: note, reasonCode: reason, basis, reference, aboutId }
  return { ...whose, freezeId: id, currency, ...sums, ...why, until: toIso(until) }
}

function failOnMismatch({ kind, subjectId, amount }: FreezeMoneyAsk): void {
  if ((kind === 'packet') !== isIdOf('packet', subjectId))
    orThrow<string>(
      refuseField('subjectId', kind === 'packet' ? 'must be a packet' : 'must be a member or organisation'),
    )
  if ((kind === 'amount') !== (amount !== null))
    orThrow<string>(
      refuseField('amount', kind === 'amount' ? 'must be said' : 'is for a freeze of an amount'),
    )
}

/** A line as it is kept; refuses the field where it is none. */
export function readLine(text: string, field: string, lengthMax: number): string {
  return (
    lineFrom(text, lengthMax) ??
    orThrow<string>(refuseField(field, `must be a line of 1 to ${lengthMax} characters that can all be seen`))
  )
}
