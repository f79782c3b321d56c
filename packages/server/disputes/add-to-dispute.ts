/** What a side does in a dispute: says how it was, adds a document, takes it back, appeals. */

import { decideAddToDispute, decideAppealDispute, decideWithdrawDispute } from '@laisee/core/dispute-verbs.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { documentById, toldOf } from '../documents/hand-in.ts'
import { addFact } from './add-fact.ts'
import { lockAsSide, type LockedDispute } from './lock.ts'
import { readText } from './open.ts'

export interface SideAsk {
  disputeId: string
  memberId: string
}

/** Say how it was. */
export async function stateInDispute(tx: Tx, ask: SideAsk & { text: string }): Promise<LockedDispute> {
  const text = readText(ask.text)
  const locked = await lockAsSide(tx, ask.disputeId, ask.memberId)
  orThrow(decideAddToDispute(locked.standing, locked.facts.length))
  return addFact(tx, locked, { kind: 'statement', by: ask.memberId, text })
}

/** Add a document that this side handed in before. The same document again changes nothing. */
export async function addDocument(tx: Tx, ask: SideAsk & { documentId: string }): Promise<LockedDispute> {
  const { documentId, memberId } = ask
  const locked = await lockAsSide(tx, ask.disputeId, memberId)
  if (locked.facts.some((fact) => fact.documentId === documentId && fact.by === memberId)) return locked
  orThrow(decideAddToDispute(locked.standing, locked.facts.length))
  const document = await documentById(tx, documentId)
  if (document?.ownerId !== memberId)
    throw new RefusalError(refuse('document_unknown', { field: 'documentId' }))
  return addFact(tx, locked, { kind: 'document', by: memberId, documentId }, await toldOf(tx, document))
}

/** Take a dispute back, before it is decided: whoever opened it. */
export async function withdrawDispute(tx: Tx, { disputeId, memberId }: SideAsk): Promise<LockedDispute> {
  const locked = await lockAsSide(tx, disputeId, memberId)
  if (locked.dispute.openerId !== memberId) throw new RefusalError(refuse('not_found'))
  orThrow(decideWithdrawDispute(locked.standing))
  return addFact(tx, locked, { kind: 'withdrawn', by: memberId })
}

/** Appeal against a decision, once and within a week: another agent hears it. */
export async function appealDispute(tx: Tx, ask: SideAsk & { text: string }): Promise<LockedDispute> {
  const text = readText(ask.text)
  const locked = await lockAsSide(tx, ask.disputeId, ask.memberId)
  orThrow(decideAppealDispute(locked.standing))
  return addFact(tx, locked, { kind: 'appealed', by: ask.memberId, text })
}
