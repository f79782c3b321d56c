/** The verbs of a guardian link: ask, accept, alert, end. Both are told of each. */

import type { EventKind } from '@laisee/core/events.ts'
import { decideAcceptLink, decideOffer, invitationMs, linkStateAt } from '@laisee/core/family.ts'
import { guardianLinksMax, ringsAgain, type Alert, type GuardianRole } from '@laisee/core/guardian.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { lockAsked, rejectForsaken } from '../approvals/forsake.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { isMember, lockMember } from '../people/members.ts'
import {
  guardiansOf,
  guardsOver,
  insertGuardian,
  lockGuardian,
  readGuardian,
  updateGuardian,
  type GuardianRow,
} from './guardians.sql.ts'

export interface AskGuardianAsk {
  memberId: string
  otherId: string
  /** What the one who asks would be. */
  as: GuardianRole
}

/** Ask another to be one's guardian, or to let oneself be theirs. In force once they accept, within a day. */
export async function askGuardian(tx: Tx, { memberId, otherId, as }: AskGuardianAsk): Promise<GuardianRow> {
  await lockMember(tx, memberId)
  const at = await tx.now()
  const mine = await tx.run(guardiansOf, memberId, toIso(at))
  const [guardianId, protectedId] = as === 'guardian' ? [memberId, otherId] : [otherId, memberId]
  const two = {
    ownId: memberId,
    otherId,
    otherKnown: await isMember(tx, otherId),
    blocked: await isBlockedEitherWay(tx, memberId, otherId),
    linked: mine.some((link) => link.guardianId === guardianId && link.protectedId === protectedId),
  }
  orThrow(decideOffer(two))
  failIfFull(mine, memberId, as)
  const [id, expiresAt] = [tx.newId('guardian'), toIso(at + invitationMs)]
  const row = await tx.one(insertGuardian, id, guardianId, protectedId, memberId, toIso(at), expiresAt)
  await tellBoth(tx, row!, 'guardian.asked', at, { askedBy: memberId, expiresAt })
  return row!
}

function failIfFull(links: readonly GuardianRow[], memberId: string, as: GuardianRole): void {
  const side = as === 'guardian' ? 'guardianId' : 'protectedId'
  if (links.filter((link) => link[side] === memberId).length >= guardianLinksMax)
    throw new RefusalError(refuse('guardian_links_max', { max: guardianLinksMax }))
}

/** Agree to what the other has asked. Agreed already, nothing changes. */
export async function acceptGuardian(tx: Tx, linkId: string, memberId: string): Promise<GuardianRow> {
  await lockMember(tx, memberId)
  const link = await lockOwn(tx, linkId, memberId)
  if (link.askedBy === memberId) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(link.changedAt)
  if (orThrow(decideAcceptLink(link, at)) === 'accepted') return link
  const others = (await tx.run(guardiansOf, memberId, toIso(at))).filter(({ id }) => id !== linkId)
  failIfFull(others, memberId, link.guardianId === memberId ? 'guardian' : 'protected')
  const accepted = { state: 'active', acceptedAt: at } as const
  return change(tx, link, accepted, 'guardian.accepted', at, { acceptedBy: memberId })
}

/**
 * End a link, or decline to have one: either of the two, at once and without a reason. What waits for a guardian's word
 * is rejected where this one was the last who could give it. A minor's row is held while they send, so that no send that
 * waits for this guardian is missed.
 */
export async function endGuardian(tx: Tx, linkId: string, memberId: string): Promise<GuardianRow> {
  const before = await tx.one(readGuardian, linkId)
  if (before?.guardianId !== memberId && before?.protectedId !== memberId)
    throw new RefusalError(refuse('not_found'))
  const asked = { senderId: before.protectedId, askedId: before.guardianId }
  await lockAsked(tx, asked)
  await lockMember(tx, before.protectedId)
  const link = await lockOwn(tx, linkId, memberId)
  if (link.state === 'ended') return link
  const at = await tx.now(link.changedAt)
  const ended = { state: 'ended', endedAt: at, endedBy: memberId } as const
  const row = await change(tx, link, ended, 'guardian.ended', at, { endedBy: memberId })
  await rejectForsaken(tx, asked, memberId)
  return row
}

/**
 * Tell the guardians of a member that a send was held, refused or asked about, and how grave that is. Nothing else of
 * it is told, and the member is told that it was.
 */
export async function alertGuardians(tx: Tx, protectedId: string, alert: Alert): Promise<void> {
  for (const { id } of await tx.run(guardsOver, protectedId)) {
    const link = await tx.one(lockGuardian, id)
    if (!link) continue
    const at = await tx.now(link.changedAt)
    if (linkStateAt(link, at) !== 'active') continue
    if (!ringsAgain(link, alert, at)) continue
    await change(tx, link, { alertedAt: at, alertedRisk: alert.risk }, 'guardian.alerted', at, { ...alert })
  }
}

async function lockOwn(tx: Tx, linkId: string, memberId: string): Promise<GuardianRow> {
  const link = await tx.one(lockGuardian, linkId)
  if (link?.guardianId !== memberId && link?.protectedId !== memberId)
    throw new RefusalError(refuse('not_found'))
  return link
}

async function change(
  tx: Tx,
  link: GuardianRow,
  parts: Partial<GuardianRow>,
  kind: EventKind,
  at: Instant,
  more: Record<string, unknown> = {},
): Promise<GuardianRow> {
  const row = { ...link, ...parts, eventCount: link.eventCount + 1n, changedAt: at }
  const iso = (moment: Instant | null) => (moment === null ? null : toIso(moment))
  await tx.run(
    updateGuardian,
    row.id,
    row.state,
    iso(row.acceptedAt),
    iso(row.endedAt),
    row.endedBy,
    iso(row.alertedAt),
    row.alertedRisk,
    row.eventCount,
    toIso(at),
  )
  await tellBoth(tx, row, kind, at, more)
  return row
}

async function tellBoth(
  tx: Tx,
  { id, guardianId, protectedId, eventCount }: GuardianRow,
  kind: EventKind,
  at: Instant,
  more: Record<string, unknown>,
): Promise<void> {
  const data = { linkId: id, guardianId, protectedId, ...more }
  await tell(tx, { sourceId: id, seq: eventCount, kind, at, data, audience: [guardianId, protectedId] })
}
