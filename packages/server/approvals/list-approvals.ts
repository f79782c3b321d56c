/** The queues of a desk: what waits for one's word, what one has sent, what one was asked about or looks on at. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { isActive, holds } from '@laisee/core/organisation.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { placesOf } from '../organisations/list-organisations.ts'
import {
  approvalsOfSender,
  approvalsSeenBy,
  delegationsOf,
  openApprovals,
  type ApprovalRow,
  type DelegationRow,
} from './approvals.sql.ts'
import { findFile, maySee, readFiles, waitingFor, type OpenFile } from './file.ts'

export const boxes = ['waiting', 'sent', 'seen'] as const
export type Box = (typeof boxes)[number]

/** More than a person could work through: what runs out first comes first. */
export const waitingMax = 200

/** What waits for this member's word now, for one organisation or everywhere, soonest to run out first. */
export async function listWaiting(
  tx: Tx,
  memberId: string,
  organisationId: string | null,
): Promise<OpenFile[]> {
  const places = (await placesOf(tx, memberId)).filter(({ own }) => isActive(own))
  const ids = places.map(({ organisation }) => organisation.id)
  const now = await tx.now()
  const files = await readFiles(
    tx,
    await tx.run(openApprovals, ids, memberId, waitingMax, organisationId),
    now,
  )
  return files.filter(
    (open) => open.send.stateAt(open.now) === 'approving' && waitingFor(open).includes(memberId),
  )
}

/** What this member has sent, or what they were asked about, look on at or audit: newest first, from before a place. */
export async function listFiles(
  tx: Tx,
  memberId: string,
  ask: {
    box: 'sent' | 'seen'
    organisationId: string | null
    before: { at: Instant; id: string } | undefined
    limit: number
  },
): Promise<OpenFile[]> {
  const { box, organisationId, before, limit } = ask
  const place = before ? ([toIso(before.at), before.id] as const) : (['infinity', ''] as const)
  const now = await tx.now()
  const rows =
    box === 'sent' ? await tx.run(approvalsOfSender, memberId, ...place, limit, organisationId) : await seen()
  return readFiles(tx, rows, now)

  async function seen(): Promise<ApprovalRow[]> {
    const places = await placesOf(tx, memberId)
    const watched = places.filter(({ own }) => holds(own, 'auditor') || holds(own, 'administrator'))
    const ids = watched.map(({ organisation }) => organisation.id)
    return tx.run(approvalsSeenBy, memberId, ids, ...place, limit, organisationId)
  }
}

/** Whether a file of a list is for this member to see still: whoever has left an organisation sees its no more. */
export function isStillSeen(open: OpenFile, memberId: string): boolean {
  return maySee(open, memberId)
}

/** One approval, for whoever may look at it. */
export async function seeApproval(tx: Tx, sendId: string, memberId: string): Promise<OpenFile> {
  const open = await findFile(tx, sendId, await tx.now())
  if (!open || !maySee(open, memberId)) throw new RefusalError(refuse('not_found'))
  return open
}

/** Who approves for whom in an organisation. */
export function listDelegations(tx: Tx, organisationId: string): Promise<DelegationRow[]> {
  return tx.run(delegationsOf, organisationId)
}
