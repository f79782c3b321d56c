/** Opening a dispute: what happened to money that somebody else has. */

import { answerTimes, disputeTextLengthMax, type DisputeCause } from '@laisee/core/dispute.ts'
import { decideOpenDispute } from '@laisee/core/dispute-verbs.ts'
import { decideAnswers, type DisputeAnswer } from '@laisee/core/dispute-form.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { holdersOf, receivedOf, seeSource, settleArrival, type ReturnSource } from '../returns/source.ts'
import { addFact } from './add-fact.ts'
import { closeIfDue } from './close.ts'
import { insertDispute, openDisputeBy } from './disputes.sql.ts'
import type { LockedDispute } from './lock.ts'

export interface OpenDisputeAsk {
  sourceId: string
  memberId: string
  /** Of a packet that several have a share of: whose share it is about. */
  againstId: string | null
  cause: DisputeCause
  answers: readonly DisputeAnswer[]
  /** What happened, in their words. */
  text: string
}

/** Open a dispute about a packet's share, or a transfer. Both sides are told. */
export async function openDispute(tx: Tx, ask: OpenDisputeAsk): Promise<LockedDispute> {
  const { sourceId, memberId, cause } = ask
  const answers = orThrow(decideAnswers(cause, ask.answers))
  const text = readText(ask.text)
  const source = await seeSource(tx, sourceId, memberId)
  const otherId = await otherSide(tx, source, ask)
  const holderId = source.payerId === memberId ? otherId : memberId
  // One whose time to appeal is over stands in nobody's way, written down or not.
  const before = await tx.one(openDisputeBy, sourceId, memberId, otherId)
  if (before) await closeIfDue(tx, before.id)
  await settleArrival(tx, source)
  await lockMember(tx, memberId)
  const now = await tx.now(source.sentAt)
  const facts = {
    received: await receivedOf(tx, source, holderId),
    hasOpen: (await tx.one(openDisputeBy, sourceId, memberId, otherId)) !== undefined,
  }
  const { amount } = orThrow(decideOpenDispute(facts))
  const dispute = (await tx.one(
    insertDispute,
    sourceId,
    tx.newId('dispute'),
    memberId,
    otherId,
    source.payerId,
    cause,
    amount,
    source.currency,
    JSON.stringify(answers),
    toIso(now),
    toIso(now + answerTimes[cause].takeMs),
  ))!
  return addFact(tx, { dispute, facts: [], now }, { kind: 'opened', by: memberId, text })
}

/** Who is on the other side: the payer for whoever received, one who received for the payer. */
async function otherSide(
  tx: Tx,
  source: ReturnSource,
  { memberId, againstId }: OpenDisputeAsk,
): Promise<string> {
  if (source.payerId !== memberId) return source.payerId
  const holders = (await holdersOf(tx, source)).filter((id) => id !== memberId)
  if (holders.length === 0) throw new RefusalError(refuse('nothing_to_return'))
  if (againstId === null && holders.length === 1) return holders[0]!
  if (againstId !== null && holders.includes(againstId)) return againstId
  throw new RefusalError(refuseField('againstId', 'must be somebody who has a share of it'))
}

/** Words as they are kept. */
export function readText(given: string, field = 'text'): string {
  const text = given.trim()
  if (text !== '' && [...text].length <= disputeTextLengthMax) return text
  throw new RefusalError(refuseField(field, `must be a text of 1 to ${disputeTextLengthMax} characters`))
}
