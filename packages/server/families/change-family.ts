/** The verbs of an allowance: invite, accept, change, end. Each is one row, one event, told to both. */

import {
  decideAcceptFamily,
  decideInvite,
  familyMonthDefault,
  invitationMs,
  linkStateAt,
} from '@laisee/core/family.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { lockAsked, rejectForsaken } from '../approvals/forsake.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { limitsOf } from '../limits/read-limits.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { isMember, lockMember } from '../people/members.ts'
import {
  familiesOf,
  insertFamily,
  lockFamily,
  readFamily,
  updateFamily,
  type FamilyRow,
} from './families.sql.ts'

export interface InviteAsk {
  giverId: string
  holderId: string
  /** Null for the usual sum. */
  monthMax: Amount | null
  approveAbove: Amount | null
}

/** Offer an allowance. It is in force once the holder accepts it, within a day. */
export async function inviteToFamily(tx: Tx, ask: InviteAsk): Promise<FamilyRow> {
  const { giverId, holderId, approveAbove } = ask
  await lockMember(tx, giverId)
  const at = await tx.now()
  const { band, timeZone } = await limitsOf(tx, giverId)
  const given = (await tx.run(familiesOf, giverId, toIso(at))).filter((link) => link.giverId === giverId)
  const two = {
    ownId: giverId,
    otherId: holderId,
    otherKnown: await isMember(tx, holderId),
    blocked: await isBlockedEitherWay(tx, giverId, holderId),
    linked: given.some((link) => link.holderId === holderId),
  }
  orThrow(decideInvite(two, { band, given: given.length }))
  const row = await tx.one(
    insertFamily,
    tx.newId('family'),
    giverId,
    holderId,
    ask.monthMax ?? familyMonthDefault,
    approveAbove,
    timeZone,
    toIso(at),
    toIso(at + invitationMs),
  )
  await tellBoth(tx, row!, 'family.invited', at)
  return row!
}

/** Accept an allowance that was offered to this member. Accepted already, nothing changes. */
export async function acceptFamily(tx: Tx, familyId: string, memberId: string): Promise<FamilyRow> {
  await lockMember(tx, memberId)
  const link = await lockOwn(tx, familyId, memberId)
  if (link.holderId !== memberId) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(link.changedAt)
  const held = (await tx.run(familiesOf, memberId, toIso(at))).filter(
    (one) => one.holderId === memberId && one.state === 'active',
  )
  if (orThrow(decideAcceptFamily(link, held.length, at)) === 'accepted') return link
  return change(tx, link, { state: 'active', acceptedAt: at }, 'family.accepted', at)
}

/** Change what an allowance is, from now on; what was sent this month stays counted. The giver's alone to do. */
export async function changeFamily(
  tx: Tx,
  ask: { familyId: string; giverId: string; monthMax?: Amount; approveAbove?: Amount | null },
): Promise<FamilyRow> {
  const link = await lockOwn(tx, ask.familyId, ask.giverId)
  const at = await tx.now(link.changedAt)
  if (link.giverId !== ask.giverId) throw new RefusalError(refuse('not_found'))
  if (linkStateAt(link, at) === 'ended') throw new RefusalError(refuse('invitation_over'))
  const { monthMax = link.monthMax, approveAbove = link.approveAbove } = ask
  if (monthMax === link.monthMax && approveAbove === link.approveAbove) return link
  return change(tx, link, { monthMax, approveAbove }, 'family.changed', at)
}

/**
 * End an allowance, or the offer of one: either of the two, at once. Ended already, nothing changes. What waits for the
 * giver's word is rejected, and the money is the giver's again.
 */
export async function endFamily(tx: Tx, familyId: string, memberId: string): Promise<FamilyRow> {
  const before = await tx.one(readFamily, familyId)
  const asked = before && { senderId: before.holderId, askedId: before.giverId }
  if (asked) await lockAsked(tx, asked)
  const link = await lockOwn(tx, familyId, memberId)
  if (link.state === 'ended') return link
  const at = await tx.now(link.changedAt)
  const ended = await change(tx, link, { state: 'ended', endedAt: at, endedBy: memberId }, 'family.ended', at)
  if (asked) await rejectForsaken(tx, asked, memberId)
  return ended
}

/** An allowance under lock, for one of its two. Anybody else is told that there is none. */
async function lockOwn(tx: Tx, familyId: string, memberId: string): Promise<FamilyRow> {
  const link = await tx.one(lockFamily, familyId)
  if (link?.giverId !== memberId && link?.holderId !== memberId) throw new RefusalError(refuse('not_found'))
  return link
}

async function change(
  tx: Tx,
  link: FamilyRow,
  parts: Partial<FamilyRow>,
  kind: EventKind,
  at: Instant,
): Promise<FamilyRow> {
  const row = { ...link, ...parts, eventCount: link.eventCount + 1n, changedAt: at }
  const iso = (moment: Instant | null) => (moment === null ? null : toIso(moment))
  await tx.run(
    updateFamily,
    row.id,
    row.state,
    row.monthMax,
    row.approveAbove,
    iso(row.acceptedAt),
    iso(row.endedAt),
    row.endedBy,
    row.eventCount,
    toIso(at),
  )
  await tellBoth(tx, row, kind, at)
  return row
}

async function tellBoth(tx: Tx, link: FamilyRow, kind: EventKind, at: Instant): Promise<void> {
  const { id, giverId, holderId, monthMax, approveAbove, expiresAt, endedBy, eventCount } = link
  const data = {
    familyId: id,
    giverId,
    holderId,
    monthMax,
    approveAbove,
    ...(kind === 'family.invited' && { expiresAt: toIso(expiresAt) }),
    ...(kind === 'family.ended' && { endedBy }),
  }
  await tell(tx, { sourceId: id, seq: eventCount, kind, at, data, audience: [giverId, holderId] })
}
