/**
 * Writing down what a verb decided about one locked packet: money back to the payer of record, the row, the events.
 * The one place where a packet's row changes outside the claim batch.
 */

import type { PostingReason } from '@laisee/core/account.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { holdEndDue, isAlive, packetDeliveryDue, type PacketState } from '@laisee/core/packet.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { recordTakenBack } from '../guard/record.ts'
import { post } from '../ledger/ledger.ts'
import { countReturn, lockBeforeReturn } from '../limits/give-back.ts'
import { endApproval } from '../approvals/end-approval.ts'
import { countOrganisationReturn } from '../policies/count-send.ts'
import { readRecipients, updatePacket, type PacketRow } from './packets.sql.ts'

export interface PacketChange {
  state: PacketState
  at: Instant
  openAs?: 'open' | 'paused'
  askedNotToOpenAt?: Instant
  /** Until when it is frozen from now on; null where a freeze has ended. */
  frozenUntil?: Instant | null
  /** What goes back to the payer, and the word for it on the statement. */
  returned?: { amount: Amount; reason: PostingReason }
  closedBy?: string
  /** When the end counts from, where that is not now: an expiry's, however late the sweep. */
  closedAt?: Instant
  closeReason?: string
  events: { kind: EventKind; data: Record<string, unknown>; to: 'payer' | 'everyone' | readonly string[] }[]
}

/** Apply a change to a packet whose row is locked. Gives the row as it now stands. */
export async function changePacket(tx: Tx, packet: PacketRow, change: PacketChange): Promise<PacketRow> {
  const returned = change.returned?.amount ?? 0n
  const after: PacketRow = {
    ...packet,
    state: change.state,
    openAs: change.openAs ?? packet.openAs,
    askedNotToOpenAt: change.askedNotToOpenAt ?? packet.askedNotToOpenAt,
    frozenUntil: change.frozenUntil === undefined ? packet.frozenUntil : change.frozenUntil,
    returnedAmount: packet.returnedAmount + returned,
    postingCount: packet.postingCount + (returned > 0n ? 1n : 0n),
    eventCount: packet.eventCount + BigInt(change.events.length),
    closedAt: isAlive(change.state) ? null : (change.closedAt ?? change.at),
    closedBy: change.closedBy ?? null,
    closeReason: change.closeReason ?? null,
    changedAt: change.at,
  }
  if (change.returned && returned > 0n) await payBack(tx, after, returned, change.returned.reason, change.at)
  await writeRow(tx, after)
  if (packet.state === 'approving') await endApproval(tx, packet.id, { state: after.state, at: change.at })
  if (isTakenBack(after))
    await recordTakenBack(tx, { payerId: after.payerId, sendId: after.id, at: change.at })
  await tellChange(tx, packet, change)
  return after
}

/** Undone, or recalled before anybody had a share: it was not meant. */
function isTakenBack({ state, claimedCount }: PacketRow): boolean {
  return state === 'undone' || (state === 'recalled' && claimedCount === 0)
}

/** Money goes back only to the account it came from, whoever calls. */
async function payBack(
  tx: Tx,
  after: PacketRow,
  amount: Amount,
  reason: PostingReason,
  at: Instant,
): Promise<void> {
  await lockBeforeReturn(tx, after)
  await post(tx, {
    sourceId: after.id,
    postingNo: after.postingCount,
    from: { ownerId: after.id, kind: 'escrow' },
    to: { ownerId: after.paidFromId ?? after.payerId, kind: 'wallet' },
    currency: after.currency,
    amount,
    reason: after.familyId === null ? reason : 'family_returned',
    at,
  })
  await countReturn(tx, after, { end: after.state, amount, at })
  await countOrganisationReturn(tx, after, { end: after.state, at })
}

/** Keep a packet's row as it now stands. */
export async function writeRow(tx: Tx, row: PacketRow): Promise<void> {
  const iso = (at: Instant | null) => (at === null ? null : toIso(at))
  await tx.run(
    updatePacket,
    row.id,
    row.state,
    row.openAs,
    row.returnedAmount,
    row.postingCount,
    row.eventCount,
    iso(row.askedNotToOpenAt),
    iso(row.closedAt),
    row.closedBy,
    row.closeReason,
    toIso(row.changedAt),
    iso(row.frozenUntil),
  )
}

/** Tell of a change, in order after what the row has counted before it. */
export async function tellChange(
  tx: Tx,
  packet: PacketRow,
  change: Pick<PacketChange, 'events' | 'at'>,
): Promise<void> {
  let seq = packet.eventCount
  for (const event of change.events) {
    seq += 1n
    const audience = await audienceOf(tx, packet, event.to)
    const data = { ...whose(packet), ...event.data }
    await tell(tx, { sourceId: packet.id, seq, kind: event.kind, at: change.at, data, audience })
  }
}

async function audienceOf(
  tx: Tx,
  packet: PacketRow,
  to: PacketChange['events'][number]['to'],
): Promise<readonly string[]> {
  if (to === 'everyone') return everyone(tx, packet)
  return to === 'payer' ? [packet.payerId] : to
}

/** Every event of a packet says whose it is and for whom, so that whoever hears it knows what it is to them. */
function whose({ id, payerId, groupId, recipientId, test }: PacketRow): Record<string, unknown> {
  return { packetId: id, payerId, groupId, recipientId, test }
}

/** Whoever a packet is meant for, its payer, and (by its own id) those who follow its stream by a link. */
async function everyone(tx: Tx, packet: PacketRow): Promise<string[]> {
  const audience = [packet.payerId, packet.id]
  if (packet.groupId !== null) audience.push(packet.groupId)
  if (packet.recipientId !== null) audience.push(packet.recipientId)
  if (packet.audience === 'members')
    audience.push(...(await tx.run(readRecipients, packet.id)).map((row) => row.memberId))
  return audience
}

/** What everyone may know of a packet when it is delivered: never how much is in it. */
export function deliveredData(packet: PacketRow): Record<string, unknown> {
  return {
    packetId: packet.id,
    payerId: packet.payerId,
    kind: packet.kind,
    count: packet.count,
    greeting: packet.greeting,
    groupId: packet.groupId,
    recipientId: packet.recipientId,
    paused: packet.openAs === 'paused',
    deliverAt: toIso(packet.deliverAt),
    expireAt: toIso(packet.expireAt),
  }
}

/** What is told to the payer when a hold is over: by whom, and until when they can undo it. */
export function holdEndedData(packet: PacketRow, endedBy: string): Record<string, unknown> {
  return {
    ...whose(packet),
    total: packet.total,
    heldUntil: toIso(packet.heldUntil!),
    endedBy,
    deliverAt: toIso(packet.deliverAt),
    expireAt: toIso(packet.expireAt),
  }
}

/** The end of the hold and the delivery that are due and not yet written down: the first events of whatever comes next. */
export function dueEvents(packet: PacketRow, now: Instant): PacketChange['events'] {
  const due: PacketChange['events'] = []
  if (holdEndDue(packet, now))
    due.push({ kind: 'packet.hold_ended', data: holdEndedData(packet, 'clock'), to: 'payer' })
  if (packetDeliveryDue(packet, now))
    due.push({ kind: 'packet.delivered', data: deliveredData(packet), to: 'everyone' })
  return due
}
