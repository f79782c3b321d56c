/** What an agent does before they decide: take a dispute in hand or give it to somebody, keep a note, ask a side. */

import type { Actor } from '@laisee/core/actor.ts'
import { answerWithinMs } from '@laisee/core/dispute.ts'
import { decideAskSide, decideAssign, decideWork } from '@laisee/core/dispute-verbs.ts'
import { refuseField } from '@laisee/core/field.ts'
import { keptActor } from '@laisee/core/freeze.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { orThrow, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { staffRole } from '../organisations/house.ts'
import { addFact } from './add-fact.ts'
import { agentFacts, lockDispute, type LockedDispute } from './lock.ts'
import { isInvolvedIn } from './involved.ts'
import { isSide } from './parties.ts'
import { readText } from './open.ts'

export interface WorkAsk {
  disputeId: string
  by: Actor
}

/** Give a dispute to a dispute agent; to oneself where nobody is named. */
export async function assignDispute(
  tx: Tx,
  ask: WorkAsk & { agentId: string | null },
): Promise<LockedDispute> {
  const { by } = ask
  const locked = await lockDispute(tx, ask.disputeId)
  const agentId = ask.agentId ?? (by.kind === 'member' ? by.memberId : undefined)
  if (agentId === undefined) throw new RefusalError(refuseField('agentId', 'must name an agent'))
  const to = {
    id: agentId,
    isParty: await isInvolvedIn(tx, locked.dispute, agentId),
    isAgent: (await staffRole(tx, agentId)).includes('dispute_agent'),
  }
  orThrow(decideAssign(locked.standing, to, await agentFacts(tx, locked.dispute, by)))
  if (locked.standing.agentId === agentId) return locked
  return addFact(tx, locked, { kind: 'assigned', by: keptActor(by), toId: agentId })
}

/** Keep a note that only the service's staff reads. */
export async function noteOnDispute(tx: Tx, ask: WorkAsk & { text: string }): Promise<LockedDispute> {
  const text = readText(ask.text)
  const locked = await lockToWork(tx, ask)
  return addFact(tx, locked, { kind: 'note', by: keptActor(ask.by), text })
}

/** Ask a side for more, until a moment. */
export async function askSide(
  tx: Tx,
  ask: WorkAsk & { toId: string; text: string; answerBy: Instant | null },
): Promise<LockedDispute> {
  const text = readText(ask.text)
  const locked = await lockToWork(tx, ask, decideAskSide)
  const { dispute, now } = locked
  if (!isSide(dispute, ask.toId)) throw new RefusalError(refuseField('toId', 'must be one of the two sides'))
  const answerBy = ask.answerBy ?? now + answerWithinMs
  if (answerBy <= now) throw new RefusalError(refuseField('answerBy', 'must be in the future'))
  return addFact(tx, locked, { kind: 'asked', by: keptActor(ask.by), toId: ask.toId, text, answerBy })
}

type WorkRule = typeof decideWork | typeof decideAskSide

async function lockToWork(
  tx: Tx,
  { disputeId, by }: WorkAsk,
  decide: WorkRule = decideWork,
): Promise<LockedDispute> {
  const locked = await lockDispute(tx, disputeId)
  orThrow<string>(decide(locked.standing, await agentFacts(tx, locked.dispute, by)))
  return locked
}
