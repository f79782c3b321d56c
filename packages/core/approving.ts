/**
 * A send that waits for approval, seen from the send: until when. Its money is in escrow from the moment it is submitted,
 * so that an approval always means that it can be paid. All moments behind it are counted from `approveBy`; whoever
 * approves earlier brings them forward. Who has to approve is in approval.ts.
 */

import type { Instant } from './instant.ts'
import type { Held } from './hold.ts'

export interface Approving {
  /** Not approved by then: rejected. Null where it never had to be. */
  approveBy: Instant | null
}

/** Whether time has run out on a send that waits. */
export function isTimedOut({ approveBy }: Approving, now: Instant): boolean {
  return approveBy !== null && now >= approveBy
}

/** A hold as it stands once what came before it takes `sooner` less. */
function heldSooner(
  { heldUntil, heldReleaseFrom }: Held,
  sooner: number,
): Pick<Held, 'heldUntil' | 'heldReleaseFrom'> {
  return {
    heldUntil: heldUntil === null ? null : heldUntil - sooner,
    heldReleaseFrom: heldReleaseFrom === null ? null : heldReleaseFrom - sooner,
  }
}

/** The moments of a packet that is approved now. It does not end before it could be claimed. */
export function packetMomentsAfter(
  packet: Held & Approving & { deliverAt: Instant; expireAt: Instant; notBefore: Instant | null },
  now: Instant,
): Pick<Held, 'heldUntil' | 'heldReleaseFrom'> & { deliverAt: Instant; expireAt: Instant } {
  const sooner = Math.max(0, packet.approveBy! - now)
  const expireAt = packet.expireAt - sooner
  const isTooSoon = packet.notBefore !== null && packet.notBefore >= expireAt
  return {
    ...heldSooner(packet, sooner),
    deliverAt: packet.deliverAt - sooner,
    expireAt: isTooSoon ? packet.expireAt : expireAt,
  }
}

/** The moments of a transfer that is approved now. */
export function transferMomentsAfter(
  transfer: Held & Approving & { deliverAt: Instant; acceptBy: Instant | null; arriveAt: Instant | null },
  now: Instant,
): Pick<Held, 'heldUntil' | 'heldReleaseFrom'> & {
  deliverAt: Instant
  acceptBy: Instant | null
  arriveAt: Instant | null
} {
  const sooner = Math.max(0, transfer.approveBy! - now)
  const earlier = (at: Instant | null) => (at === null ? null : at - sooner)
  return {
    ...heldSooner(transfer, sooner),
    deliverAt: transfer.deliverAt - sooner,
    acceptBy: earlier(transfer.acceptBy),
    arriveAt: earlier(transfer.arriveAt),
  }
}
