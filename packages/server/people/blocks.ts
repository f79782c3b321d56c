/** Blocks as other features ask about them: a block by either side keeps money and requests apart. */

import type { Tx } from '../db/db.ts'
import { blockedBy, blockersOf } from './blocks.sql.ts'

/** Those of these members who have blocked this one, or whom this one has blocked. */
export async function blockedEitherWay(tx: Tx, memberId: string, others: readonly string[]): Promise<Set<string>> {
  if (others.length === 0) return new Set()
  const blocked = await tx.run(blockedBy, memberId, [...others])
  const blockers = await tx.run(blockersOf, memberId, [...others])
  return new Set([...blocked, ...blockers].map((row) => row.memberId))
}

/** Whether any of these members has blocked this one, or the other way round. */
export async function isAnyBlockedEitherWay(tx: Tx, memberId: string, others: readonly string[]): Promise<boolean> {
  return (await blockedEitherWay(tx, memberId, others)).size > 0
}

/** Whether one of the two has blocked the other. */
export function isBlockedEitherWay(tx: Tx, memberId: string, otherId: string): Promise<boolean> {
  return isAnyBlockedEitherWay(tx, memberId, [otherId])
}
