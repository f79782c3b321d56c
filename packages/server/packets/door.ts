/**
 * The door of a packet: who it is for. Fixed when the packet is sent (for a group, who was in it then), so a process
 * may remember it; what the door lets in, the packet's row under lock still decides.
 */

import { LRUCache } from 'lru-cache'
import type { Instant } from '@laisee/core/instant.ts'
import type { Db, Tx } from '../db/db.ts'
import { membersAt } from '../people/groups.ts'
import type { PacketLink } from './links.ts'
import { readPacket, readRecipients, type PacketRow } from './packets.sql.ts'

/** What never changes about a packet and decides who may come in. */
export interface Doorway {
  packetId: string
  payerId: string
  audience: PacketRow['audience']
  recipientId: string | null
  passphraseHash: Buffer | null
  /** Named recipients or the group's members at the send; null where one recipient or a link decides. */
  inside: ReadonlySet<string> | null
}

export interface Knock {
  isRecipient: boolean
  linkExpireAt: Instant | null
}

/** Who this member is to the packet, with the link they hold, if any. */
export function knock(door: Doorway, memberId: string, link: PacketLink | null): Knock {
  if (door.recipientId !== null) return { isRecipient: door.recipientId === memberId, linkExpireAt: null }
  if (door.inside !== null) return { isRecipient: door.inside.has(memberId), linkExpireAt: null }
  return { isRecipient: link !== null, linkExpireAt: link?.expireAt ?? null }
}

/** Read a packet's doorway from its row. */
export async function doorwayOf(tx: Tx, packet: PacketRow): Promise<Doorway> {
  return {
    packetId: packet.id,
    payerId: packet.payerId,
    audience: packet.audience,
    recipientId: packet.recipientId,
    passphraseHash: packet.passphraseHash,
    inside: await insideOf(tx, packet),
  }
}

async function insideOf(tx: Tx, packet: PacketRow): Promise<ReadonlySet<string> | null> {
  if (packet.recipientId !== null || packet.audience === 'link') return null
  if (packet.audience === 'group') return new Set(await membersAt(tx, packet.groupId!, packet.sentAt))
  return new Set((await tx.run(readRecipients, packet.id)).map((row) => row.memberId))
}

export interface Doors {
  /** The doorway of a packet, remembered; undefined where there is no such packet. */
  find(packetId: string): Promise<Doorway | undefined>
}

const rememberedIdsMax = 1_000_000

/** Remember doorways, bounded by the number of member ids they hold. Packets that are not there are never remembered. */
export function createDoors(db: Db): Doors {
  const remembered = new LRUCache<string, Doorway>({
    maxSize: rememberedIdsMax,
    sizeCalculation: (door) => 1 + (door.inside?.size ?? 0),
  })
  const loading = new Map<string, Promise<Doorway | undefined>>()

  async function load(packetId: string): Promise<Doorway | undefined> {
    const door = await db.snapshot(async (tx) => {
      const packet = await tx.one(readPacket, packetId)
      return packet && doorwayOf(tx, packet)
    })
    if (door) remembered.set(packetId, door)
    return door
  }

  return {
    async find(packetId) {
      const known = remembered.get(packetId)
      if (known) return known
      let pending = loading.get(packetId)
      if (!pending) {
        pending = load(packetId).finally(() => loading.delete(packetId))
        loading.set(packetId, pending)
      }
      return pending
    },
  }
}
