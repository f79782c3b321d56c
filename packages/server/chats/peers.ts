/** Whom a member has to do with: everyone they have exchanged a packet or transfer with, as far as they may know of it. */

import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { latestPacketsByMember } from '../packets/between.ts'
import { maySeeCard } from '../people/see-card.ts'
import { latestTransfersByMember } from '../transfers/between.ts'
import { itemsOf, newestFirst, type ChatItem } from './items.ts'

/** The newest item of a conversation, and the moment at which the member knew of it. */
export interface LatestItem extends ChatItem {
  /** When they sent it, or when it was delivered to them. */
  at: Instant
}

/** The newest item with everyone this member has exchanged one with, by the other's id. */
export async function peersOf(tx: Tx, viewerId: string, now: Instant): Promise<Map<string, LatestItem>> {
  const packets = await latestPacketsByMember(tx, viewerId, now)
  const transfers = await latestTransfersByMember(tx, viewerId, now)
  const found = [
    ...packets.map((row) => ({ ...row, kind: 'packet' as const })),
    ...transfers.map((row) => ({ ...row, kind: 'transfer' as const })),
  ]
  const latest = new Map<string, LatestItem>()
  for (const { memberId, kind, id, deliverAt, at } of found) {
    const item: LatestItem = { kind, id, deliverAt, at }
    const known = latest.get(memberId)
    if (!known || newestFirst(item, known) < 0) latest.set(memberId, item)
  }
  return latest
}

/** Whether a member may know of another one: by their card (people/see-card.ts), or because something passed between them. */
export async function mayKnowOf(tx: Tx, viewerId: string, memberId: string, now: Instant): Promise<boolean> {
  if (viewerId === memberId) return false
  if (await maySeeCard(tx, viewerId, memberId)) return true
  return (await itemsOf(tx, memberId, { viewerId, now, from: undefined, limit: 1 })).length > 0
}
