/**
 * Dealing shares: what a batch of waiting claims on one packet gets, in order of arrival. Pure: the claims already
 * there, the time and the draw are given. One share a member; asked again, a claim answers with the share it gave.
 */

import type { Instant } from './instant.ts'
import type { Amount } from './money.ts'
import { decideClaim, isUndelivered, stateAt, type ClaimAsk, type Packet } from './packet.ts'
import { isRefusal, type Refusal } from './refusals.ts'

export interface Share {
  packetId: string
  memberId: string
  shareNo: number
  amount: Amount
  at: Instant
}

/** Draw the amount of share `shareNo` (from 1) when `left` fen remain for `sharesLeft` shares. */
export type DrawShare = (packet: Packet, shareNo: number, left: Amount, sharesLeft: number) => Amount

export interface Deal {
  /** In the order of the asks. */
  answers: (Share | Refusal)[]
  /** The shares newly given, in order. */
  given: Share[]
  /** The packet after them. */
  packet: Packet
  /** Whether these claims are the first to find that the undo window has ended. */
  delivers: boolean
}

/** Decide every waiting claim on one packet. `earlier` are the claims these members already have. */
export function dealShares(
  packet: Packet,
  asks: readonly ClaimAsk[],
  earlier: ReadonlyMap<string, Share>,
  now: Instant,
  draw: DrawShare,
): Deal {
  const given = new Map<string, Share>()
  const after = { ...packet }
  const answers = asks.map((ask) => {
    const have = earlier.get(ask.memberId) ?? given.get(ask.memberId)
    if (have) return have
    const decision = decideClaim(after, ask, now)
    if (isRefusal(decision)) return decision
    const share = dealOne(after, ask.memberId, now, draw)
    given.set(ask.memberId, share)
    return share
  })
  const delivers = given.size > 0 && isUndelivered(packet.state)
  return { answers, given: [...given.values()], packet: after, delivers }
}

function dealOne(packet: Packet, memberId: string, now: Instant, draw: DrawShare): Share {
  const left = packet.total - packet.claimedAmount
  const sharesLeft = packet.count - packet.claimedCount
  const shareNo = packet.claimedCount + 1
  const amount = sharesLeft === 1 ? left : draw(packet, shareNo, left, sharesLeft)
  if (amount < 1n || amount > left - BigInt(sharesLeft - 1))
    throw new Error(`share ${shareNo} of ${packet.id} cannot be ${amount}`)
  packet.state = stateAt(packet, now)
  packet.claimedAmount += amount
  packet.claimedCount = shareNo
  packet.changedAt = now
  if (sharesLeft === 1) {
    packet.state = 'claimed_out'
    packet.closedAt = now
    packet.closedBy = memberId
  }
  return { packetId: packet.id, memberId, shareNo, amount, at: now }
}
