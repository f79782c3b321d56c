/** Adding a fact to a locked dispute: the fact, what all facts make of the dispute now, and an event that tells of it. */

import {
  appealBy,
  standingOf,
  type DisputeOutcome,
  type DisputeStanding,
  type FactKind,
} from '@laisee/core/dispute.ts'
import { shownActor } from '@laisee/core/dispute-actor.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { textHash } from '../events/text-hash.ts'
import { insertFact, keepStanding, type DisputeRow, type FactRow } from './disputes.sql.ts'
import type { LockedDispute } from './lock.ts'

export interface NewFact {
  kind: FactKind
  by: string
  toId?: string
  outcome?: DisputeOutcome
  answerBy?: Instant
  text?: string
  amount?: Amount
  documentId?: string
  effect?: string
  effectId?: string
  freezeId?: string
  orderReference?: string
}

const eventOf: Readonly<Record<FactKind, EventKind>> = {
  opened: 'dispute.opened',
  document: 'dispute.document_added',
  statement: 'dispute.stated',
  assigned: 'dispute.assigned',
  note: 'dispute.noted',
  asked: 'dispute.asked',
  secured: 'dispute.secured',
  decided: 'dispute.decided',
  appealed: 'dispute.appealed',
  appeal_decided: 'dispute.appeal_decided',
  withdrawn: 'dispute.withdrawn',
  closed: 'dispute.closed',
}

/** Add a fact; `more` is told besides. Gives the dispute as it now stands. */
export async function addFact(
  tx: Tx,
  locked: Pick<LockedDispute, 'dispute' | 'facts' | 'now'>,
  fact: NewFact,
  more: Readonly<Record<string, unknown>> = {},
): Promise<LockedDispute> {
  const { dispute, now } = locked
  const row = (await tx.one(
    insertFact,
    dispute.sourceId,
    dispute.id,
    dispute.factCount + 1,
    fact.kind,
    toIso(now),
    fact.by,
    fact.toId ?? null,
    fact.outcome ?? null,
    fact.answerBy === undefined ? null : toIso(fact.answerBy),
    fact.text ?? null,
    fact.amount ?? null,
    fact.documentId ?? null,
    fact.effect ?? null,
    fact.effectId ?? null,
    fact.freezeId ?? null,
    fact.orderReference ?? null,
  ))!
  const facts = [...locked.facts, row]
  const standing = standingOf(dispute, facts, now)
  const after = (await tx.one(
    keepStanding,
    dispute.sourceId,
    dispute.id,
    standing.state,
    standing.agentId,
    standing.dueAt === null ? null : toIso(standing.dueAt),
    row.no,
    toIso(now),
  ))!
  await tellOf(tx, after, row, { standing, more })
  return { dispute: after, facts, standing, now }
}

/** Sides are told what concerns them: never who of the service works on it, nor what is noted there. The log is. */
async function tellOf(
  tx: Tx,
  dispute: DisputeRow,
  fact: FactRow,
  { standing, more }: { standing: DisputeStanding; more: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { id, sourceId, openerId, otherId, payerId, cause, amount, currency } = dispute
  const isInside = fact.kind === 'assigned' || fact.kind === 'note'
  const { by, byRole } = shownActor(fact.by, dispute, isInside ? 'staff' : 'side')
  const said = {
    ...(byRole !== null && { byRole }),
    ...(fact.kind === 'asked' && { toId: fact.toId, answerBy: toIso(fact.answerBy!) }),
    ...(fact.outcome !== null && {
      outcome: fact.outcome,
      decidedAmount: fact.amount,
      effect: fact.effect,
      effectId: fact.effectId,
      appealBy: appealBy(standing),
    }),
    ...(fact.documentId !== null && { documentId: fact.documentId }),
    ...(fact.text !== null && { textSha256: textHash(fact.text) }),
    ...(fact.freezeId !== null && { freezeId: fact.freezeId, orderReference: fact.orderReference }),
  }
  const about = { disputeId: id, sourceId, openerId, otherId, payerId, cause, amount, currency }
  await tell(tx, {
    sourceId: id,
    seq: BigInt(fact.no),
    kind: eventOf[fact.kind],
    at: fact.at,
    data: { ...about, by, state: standing.state, ...said, ...more },
    audience: isInside ? [] : [openerId, otherId],
  })
}
