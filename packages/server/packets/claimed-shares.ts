import type { Tx } from '../db/db.ts'
import { readSharesOfClaimers, type ClaimedShare } from './claimed-shares.sql.ts'

export type { ClaimedShare } from './claimed-shares.sql.ts'

/** What each of these members has of each of these packets, in no order. */
export async function sharesOfClaimers(
  tx: Tx,
  wanted: readonly { packetId: string; memberId: string }[],
): Promise<ClaimedShare[]> {
  if (wanted.length === 0) return []
  return tx.run(
    readSharesOfClaimers,
    wanted.map(({ packetId }) => packetId),
    wanted.map(({ memberId }) => memberId),
  )
}
