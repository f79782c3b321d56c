/** What expiry does to a packet: what nobody claimed goes back, and everybody is told. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideExpire } from '@laisee/core/packet-verbs.ts'
import { dueEvents, type PacketChange } from './change.ts'
import type { PacketRow } from './packets.sql.ts'

/** The change that is due at a moment; nothing where none is. */
export function expiryOf(packet: PacketRow, now: Instant): PacketChange | undefined {
  const decision = decideExpire(packet, now)
  if (!decision) return undefined
  const { returned } = decision
  const data = {
    packetId: packet.id,
    returned,
    count: packet.count,
    claimedCount: packet.claimedCount,
    expiredAt: toIso(packet.expireAt),
  }
  return {
    state: 'expired',
    at: now,
    closedAt: packet.expireAt,
    returned: { amount: returned, reason: 'packet_expired' },
    events: [...dueEvents(packet, now), { kind: 'packet.expired', data, to: 'everyone' }],
  }
}
