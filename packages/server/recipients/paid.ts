/**
 * What a member has paid others alone: direct and exclusive packets, and transfers, that reached them or are on their
 * way. What came back (undone, recalled, declined, expired, returned) and tests do not count: the screens ask this for
 * "last paid", before money goes again.
 */

import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { paidByPackets } from '../packets/paid.ts'
import { paidByTransfers } from '../transfers/between.ts'

export interface Paid {
  lastAt: Instant
  lastAmount: bigint
  count: number
}

/** What was paid to each of these members; whoever was paid nothing is left out. */
export async function paidTo(
  tx: Tx,
  payerId: string,
  memberIds: readonly string[],
): Promise<Map<string, Paid>> {
  if (memberIds.length === 0) return new Map()
  const rows = [
    ...(await paidByPackets(tx, payerId, memberIds)),
    ...(await paidByTransfers(tx, payerId, memberIds)),
  ]
  const paid = new Map<string, Paid>()
  for (const { memberId, paidAt, amount, paidCount } of rows) {
    const known = paid.get(memberId)
    const count = paidCount + (known?.count ?? 0)
    const isLast = !known || paidAt > known.lastAt
    paid.set(memberId, isLast ? { lastAt: paidAt, lastAmount: amount, count } : { ...known, count })
  }
  return paid
}
