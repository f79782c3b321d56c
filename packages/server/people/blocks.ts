/** Blocks as other features ask about them: a block by either side keeps money and requests apart. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { blockedBy, blockersOf, pageOfBlocks, type BlockRow } from './blocks.sql.ts'

/** Those of these members who have blocked this one, or whom this one has blocked. */
export async function blockedEitherWay(
  tx: Tx,
  memberId: string,
  others: readonly string[],
): Promise<Set<string>> {
  if (others.length === 0) return new Set()
  const [blocked, blockers] = await together([
    tx.run(blockedBy, memberId, [...others]),
    tx.run(blockersOf, memberId, [...others]),
  ])
  return new Set([...blocked, ...blockers].map((row) => row.memberId))
}

/** Whether any of these members has blocked this one, or the other way round. */
export async function isAnyBlockedEitherWay(
  tx: Tx,
  memberId: string,
  others: readonly string[],
): Promise<boolean> {
  return (await blockedEitherWay(tx, memberId, others)).size > 0
}

/** Whether one of the two has blocked the other. */
export function isBlockedEitherWay(tx: Tx, memberId: string, otherId: string): Promise<boolean> {
  return isAnyBlockedEitherWay(tx, memberId, [otherId])
}

/** A page of whom a member has blocked, latest first, from before a place. */
export function listBlocks(
  tx: Tx,
  ownerId: string,
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<BlockRow[]> {
  return tx.run(pageOfBlocks, ownerId, before ? toIso(before.at) : 'infinity', before?.id ?? '', limit)
}
