/** The queues of a desk: what waits for one's word, what one has sent, what one was asked about or looks on at. */

import { fillingOf } from '@laisee/core/filling.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { isActive, holds } from '@laisee/core/organisation.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { placesOf } from '../organisations/list-organisations.ts'
import {
  approvalsOfSender,
  approvalsSeenBy,
  delegationsOf,
  openApprovals,
  type ApprovalRow,
  type DelegationRow,
} from './approvals.sql.ts'
import { findFile, maySee, readFiles, type OpenFile } from './file.ts'

export const boxes = ['waiting', 'sent', 'seen'] as const
export type Box = (typeof boxes)[number]

/** More than a person could work through: what runs out first comes first. */
export const waitingMax = 200

/** What waits for this member's word now, for one organisation or everywhere: so much, soonest to run out first. */
export async function listWaiting(
  tx: Tx,
  memberId: string,
  organisationId: string | null,
  max = waitingMax,
): Promise<OpenFile[]> {
  const now = await tx.now()
  const isWaiting = (open: OpenFile) =>
    open.send.stateAt(open.now) === 'approving' &&
    fillingOf(open.file, memberId, open.roster, open.now) !== undefined
  const { administered, asked, placeIds } = await whoseWord(tx, memberId, now)
  const waiting: OpenFile[] = []
  let place = ['-infinity', ''] as [string, string]
  // What others are asked about stands between: whoever sends a great deal may not push one's own out of the list.
  for (;;) {
    const rows = await tx.run(openApprovals, administered, asked, max, organisationId, ...place, placeIds)
    waiting.push(...(await readFiles(tx, rows, now)).filter(isWaiting))
    if (rows.length < max || waiting.length >= max) return waiting.slice(0, max)
    const last = rows.at(-1)!
    place = [toIso(last.approveBy), last.sendId]
  }
}

/** The organisations where this member may stand in for anybody, and for whose word theirs may stand. */
async function whoseWord(
  tx: Tx,
  memberId: string,
  now: Instant,
): Promise<{ administered: string[]; asked: string[]; placeIds: string[] }> {
  const places = (await placesOf(tx, memberId)).filter(({ own }) => isActive(own))
  const handed = await together(places.map(({ organisation }) => tx.run(delegationsOf, organisation.id)))
  const stoodInFor = handed
    .flat()
    .filter(({ toId, since, until }) => toId === memberId && since <= now && now < until)
  return {
    administered: places
      .filter(({ own }) => holds(own, 'administrator'))
      .map(({ organisation }) => organisation.id),
    asked: [memberId, ...stoodInFor.map(({ fromId }) => fromId)],
    placeIds: places.map(({ organisation }) => organisation.id),
  }
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
