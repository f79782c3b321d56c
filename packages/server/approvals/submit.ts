/** Submitting a send for approval, in the send's own transaction: the seats of its chain are filled here, once. */

import type { Roster, SeatedStep } from '@laisee/core/approval.ts'
import { waitsFor } from '@laisee/core/filling.ts'
import {
  copiesOf,
  mayBeTold,
  seat,
  timersOf,
  type Chain,
  type ChainPeople,
  type SendParties,
} from '@laisee/core/chain.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { insertApproval, type AskedBy } from './approvals.sql.ts'

/** An approval that a send is about to wait for. */
export interface Submission {
  /** Null within a family. */
  organisationId: string | null
  policyVersion: number | null
  chain: Chain
  askedBy: AskedBy
  /** Whom the send names as payees; empty within a family. */
  payeeIds: readonly string[]
  steps: SeatedStep[]
  /** Whose word it waits for first: seats, stand-ins, and administrators where a seat is empty. */
  waiting: string[]
  askedIds: string[]
  copyIds: string[]
  remindAt: Instant
  passOnAt: Instant | null
  approveBy: Instant
}

/** Fill the seats of a chain for a send by this member that begins now. */
export function prepareSubmission(
  { chain, askedBy }: { chain: Chain; askedBy: AskedBy },
  { organisationId, policyVersion }: Pick<Submission, 'organisationId' | 'policyVersion'>,
  { people, roster, now, ...parties }: { people: ChainPeople; roster: Roster; now: Instant } & SendParties,
): Submission {
  const { senderId, payeeIds } = parties
  const steps = seat(chain, people, parties)
  const timers = timersOf(chain, now)
  const waiting = waitsFor({ ...parties, steps, ...timers, acts: [] }, roster, now)
  // Somebody named who has left, or is paid by it, keeps the seat and hears nothing.
  const mayHear = (id: string) => mayBeTold(people, id) && !payeeIds.includes(id)
  const seated = steps.flatMap(({ memberIds }) => memberIds).filter(mayHear)
  const askedIds = [...new Set([...seated, ...waiting])]
  const copyIds = copiesOf(chain, people).filter((id) => id !== senderId)
  const asked = { steps, waiting, askedIds, copyIds }
  return { organisationId, policyVersion, chain, askedBy, payeeIds, ...asked, ...timers }
}

/** Write a submission beside the send that it is about. */
export async function writeSubmission(
  tx: Tx,
  submission: Submission,
  send: { id: string; senderId: string; amount: Amount; at: Instant; replaces: string | null },
): Promise<void> {
  const { chain, passOnAt } = submission
  await tx.run(
    insertApproval,
    send.id,
    send.senderId,
    submission.organisationId,
    submission.policyVersion,
    chain.id,
    JSON.stringify(chain.says),
    JSON.stringify(submission.askedBy),
    send.amount,
    JSON.stringify(submission.steps),
    submission.askedIds,
    submission.copyIds,
    toIso(send.at),
    toIso(submission.remindAt),
    passOnAt === null ? null : toIso(passOnAt),
    toIso(submission.approveBy),
    send.replaces,
    [...submission.payeeIds],
  )
}

/** How many events tell of a send that was just written: that it was sent, and that it waits. */
export function eventsAtSend(submission: Submission | null): bigint {
  return submission === null ? 1n : 2n
}

/** Tell those whose word it waits for, and those who look on: the send's second event. */
export async function tellSubmitted(
  tx: Tx,
  submission: Submission,
  send: { id: string; senderId: string; amount: Amount; at: Instant },
): Promise<void> {
  const { organisationId, policyVersion, chain, approveBy, waiting, askedIds, copyIds, askedBy } = submission
  const data = {
    sendId: send.id,
    senderId: send.senderId,
    organisationId,
    policyVersion,
    chainId: chain.id,
    amount: send.amount,
    approveBy: toIso(approveBy),
    askedBy,
    waiting,
  }
  const kind = 'approval.submitted'
  const audience = [send.senderId, ...askedIds, ...copyIds]
  await tell(tx, { sourceId: send.id, seq: 2n, kind, at: send.at, data, audience })
}
