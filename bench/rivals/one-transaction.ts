/**
 * The rival everyone writes first: one transaction a claim. It waits for the packet's row with `select … for update`,
 * reads what the member has, decides by the same rules of core, writes the same rows (claim, posting, wallet with its
 * entry, escrow, packet, events) and commits. It is written as well as one claim alone allows: five round trips, all
 * statements prepared, all writes in one statement.
 */

import { dealShares, type Share } from '@laisee/core/claim.ts'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { drawWechatShare } from '@laisee/core/split.ts'
import type { Db, Tx } from '@laisee/server/db/db.ts'
import { toJson } from '@laisee/server/events/append.ts'
import { deliveredData } from '@laisee/server/packets/change.ts'
import type { BatchAsk } from '@laisee/server/packets/claim-batch.ts'
import { lockPacket, type PacketRow } from '@laisee/server/packets/packets.sql.ts'
import { readOneClaim, writeOneClaim } from './one-transaction.sql.ts'

/** As many transactions at once as the bars name. */
export const connections = 32

/** Claim in a transaction of its own. */
export function claimAlone(db: Db, ask: BatchAsk): Promise<Share> {
  return db.transaction(async (tx) => {
    const packet = await tx.one(lockPacket, ask.packetId)
    if (!packet) throw new RefusalError(refuse('not_found'))
    const read = (await tx.one(readOneClaim, ask.packetId, ask.memberId))!
    const { packetId, memberId } = ask
    const { shareNo, amount, at } = read
    if (shareNo !== null && amount !== null && at !== null) return { packetId, memberId, shareNo, amount, at }
    const now = Math.max(read.now, packet.changedAt)
    const deal = dealShares(packet, [ask], new Map(), now, (_packet, _no, left, sharesLeft) =>
      drawWechatShare({ left, sharesLeft, random: tx.random }),
    )
    const answer = deal.answers[0]!
    if ('kind' in answer) throw new RefusalError(answer)
    await write(tx, packet, deal.packet, answer, deal.delivers)
    return answer
  })
}

type After = ReturnType<typeof dealShares>['packet']

async function write(
  tx: Tx,
  before: PacketRow,
  after: After,
  share: Share,
  delivers: boolean,
): Promise<void> {
  const { packetId, memberId, shareNo, amount } = share
  const at = toIso(share.at)
  const { claimedCount, count } = after
  const claims = [{ memberId, shareNo, at }]
  const kinds: [string, unknown][] = []
  if (delivers) kinds.push(['packet.delivered', deliveredData(before)])
  kinds.push(['packet.claimed', { packetId, claims, claimedCount, count }])
  if (after.closedAt !== null)
    kinds.push(['packet.claimed_out', { packetId, count, lastClaimerId: after.closedBy }])
  const audience = [before.payerId, before.id, before.groupId, before.recipientId].filter((id) => id !== null)
  const written = await tx.one(
    writeOneClaim,
    packetId,
    memberId,
    shareNo,
    amount,
    before.postingCount + 1n,
    before.currency,
    after.state,
    after.closedBy,
    at,
    kinds.map((_, i) => before.eventCount + BigInt(i + 1)),
    kinds.map(([kind]) => kind),
    kinds.map(([, data]) => toJson(data)),
    [...new Set(audience)],
  )
  if (written!.credited !== 1 || written!.debited !== 1) throw new Error('a claim wrote only part')
}
