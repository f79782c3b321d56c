/**
 * What anyone who holds a sealed link may know of its packet before they sign in: who sends it and with which words,
 * how many shares are left and until when. Never how much, never whom it is for.
 */

import type { Instant } from '@laisee/core/instant.ts'
import { toIso } from '@laisee/core/instant.ts'
import { isKeptFromOthers, stateAt, type PacketKind, type PacketState } from '@laisee/core/packet.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { cardsOf } from '../people/members.ts'
import type { PacketLink } from './links.ts'
import { readPacket } from './packets.sql.ts'

export interface PacketLook {
  payer: { name: string; photoUrl: string | null }
  greeting: string
  kind: PacketKind
  state: PacketState
  test: boolean
  isNamed: boolean
  hasPassphrase: boolean
  notBefore: Instant | null
  /** Until when the link lets in: never after the packet's own end. */
  expireAt: Instant
  count: number
  claimedCount: number
}

/**
 * Look through a link. Refuses `not_found` where a link for anyone lets nobody in, because the packet has its own
 * recipients, or where the packet is still in its undo window or was undone; then `link_expired`.
 */
export async function lookAtLink(tx: Tx, link: PacketLink): Promise<PacketLook> {
  const packet = await tx.one(readPacket, link.packetId)
  const now = await tx.now(packet?.changedAt)
  const isForHolder = packet?.audience === 'link' || link.memberId !== null
  if (!packet || !isForHolder || now < packet.deliverAt || isKeptFromOthers(packet))
    throw new RefusalError(refuse('not_found'))
  if (now >= link.expireAt)
    throw new RefusalError(refuse('link_expired', { expiredAt: toIso(link.expireAt) }))
  const { name, photoUrl } = (await cardsOf(tx, [packet.payerId])).get(packet.payerId)!
  return {
    payer: { name, photoUrl },
    greeting: packet.greeting,
    kind: packet.kind,
    state: stateAt(packet, now),
    test: packet.test,
    isNamed: link.memberId !== null,
    hasPassphrase: packet.passphraseHash !== null,
    notBefore: packet.notBefore,
    expireAt: link.expireAt,
    count: packet.count,
    claimedCount: packet.claimedCount,
  }
}
