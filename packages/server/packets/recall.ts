/** Recall: the payer takes back what nobody has claimed, exactly, also in the middle of claims. */

import { organisationOf } from '@laisee/core/on-behalf.ts'
import { toIso } from '@laisee/core/instant.ts'
import { decideRecall, type RecallManner, type RecallReason, type RecallResult } from '@laisee/core/recall.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { passRecallRight } from '../policies/recall-right.ts'
import { changePacket, dueEvents } from './change.ts'
import { lockForVerb, type LockedPacket } from './lock.ts'
import { readClaims, type ClaimRow, type PacketRow } from './packets.sql.ts'
import type { PacketAsk } from './undo.ts'

export interface RecallAsk extends PacketAsk {
  manner: RecallManner
  reason: RecallReason
  /** Why, in words: an organisation's policy may ask for it. */
  note?: string | null
}

export interface Recalled {
  packet: PacketRow
  /** ISO 20022: `CNCL` all came back, `PECR` the rest did, `RJCR` nothing did. */
  result: RecallResult
  returned: bigint
  /** Who has what, in order of claim. */
  claims: ClaimRow[]
}

/**
 * Recall a delivered packet. `remainder` takes what is left; `all_or_nothing` answers `RJCR` once a share is claimed.
 * A closed packet refuses with its fate: who decided it, and when. A caller that holds the packet already gives it.
 */
export async function recallPacket(tx: Tx, ask: RecallAsk, held?: LockedPacket): Promise<Recalled> {
  const locked = held ?? (await lockForVerb(tx, ask.packetId, ask.memberId))
  const decision = await decide(tx, locked, ask)
  const claims = locked.packet.claimedCount > 0 ? await tx.run(readClaims, ask.packetId, 0) : []
  const { result, returned } = decision
  const packet =
    result === 'RJCR' ? await reject(tx, locked, ask) : await takeBack(tx, locked, ask, result, returned)
  return { packet, result, returned, claims }
}

/** What an organisation paid is recalled by the rights of its policy, by its people, as its payer would. */
async function decide(tx: Tx, { packet, now, actor }: LockedPacket, ask: RecallAsk) {
  const { memberId, manner, note = null } = ask
  const organisationId = organisationOf(packet)
  if (organisationId === null) return orThrow(decideRecall(packet, actor, manner, now))
  const decision = decideRecall(packet, { ...actor, id: packet.payerId }, manner, now)
  return passRecallRight(tx, { organisationId, memberId, note, now }, packet, decision)
}

async function takeBack(
  tx: Tx,
  { packet, now }: LockedPacket,
  ask: RecallAsk,
  result: RecallResult,
  returned: bigint,
): Promise<PacketRow> {
  const data = {
    packetId: packet.id,
    result,
    reason: ask.reason,
    returned,
    claimedCount: packet.claimedCount,
    recalledAt: toIso(now),
    ...(organisationOf(packet) !== null && { recalledBy: ask.memberId, note: ask.note ?? null }),
  }
  return changePacket(tx, packet, {
    state: 'recalled',
    at: now,
    returned: { amount: returned, reason: 'packet_recalled' },
    closedBy: ask.memberId,
    closeReason: ask.reason,
    events: [...dueEvents(packet, now), { kind: 'packet.recalled', data, to: 'everyone' }],
  })
}

/** A rejected recall moves no money and closes nothing; that it was asked is still a fact. */
async function reject(tx: Tx, { packet, now }: LockedPacket, ask: RecallAsk): Promise<PacketRow> {
  const data = { packetId: packet.id, result: 'RJCR', reason: ask.reason, claimedCount: packet.claimedCount }
  return changePacket(tx, packet, {
    state: packet.state,
    at: now,
    events: [{ kind: 'packet.recall_rejected', data, to: 'payer' }],
  })
}
