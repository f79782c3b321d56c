/**
 * Fates: packets that are closed for good, with who has what. Enough to answer every later claim of this process
 * without the database; nothing is remembered that could still change.
 */

import { LRUCache } from 'lru-cache'
import type { Share } from '@laisee/core/claim.ts'
import { closedRefusal, isKeptFromOthers } from '@laisee/core/packet.ts'
import type { Refusal } from '@laisee/core/refusals.ts'
import type { Db } from '../db/db.ts'
import type { BatchAsk } from './claim-batch.ts'
import { readClaims, readPacket } from './packets.sql.ts'

interface Fate {
  refusal: Refusal
  shares: ReadonlyMap<string, Share>
}

export interface Fates {
  /** The answer to a claim on a packet whose fate is known: the share this member has, or why there is none. */
  answerTo(ask: BatchAsk): Share | Refusal | undefined
  /** Read the fate of a packet that was found closed; one that is not final is left alone. */
  remember(packetId: string): Promise<void>
}

const fatesMax = 200_000

/** Fates of one process, bounded by the number of shares they hold. */
export function createFates(db: Db): Fates {
  const fates = new LRUCache<string, Fate>({
    maxSize: fatesMax,
    sizeCalculation: (fate) => 1 + fate.shares.size,
  })
  return {
    answerTo(ask) {
      const fate = fates.get(ask.packetId)
      return fate && ask.isRecipient ? (fate.shares.get(ask.memberId) ?? fate.refusal) : undefined
    },
    async remember(packetId) {
      if (fates.has(packetId)) return
      const fate = await readFate(db, packetId)
      if (fate) fates.set(packetId, fate)
    },
  }
}

function readFate(db: Db, packetId: string): Promise<Fate | undefined> {
  return db.snapshot(async (tx) => {
    const packet = await tx.one(readPacket, packetId)
    // An undone or rejected packet is told of to its payer only, so there is no one answer to remember.
    if (!packet || packet.closedAt === null || isKeptFromOthers(packet)) return undefined
    const refusal = closedRefusal(packet, packet.closedAt)
    if (!refusal) return undefined
    const shares = new Map((await tx.run(readClaims, packetId, 0)).map((share) => [share.memberId, share]))
    return { refusal, shares }
  })
}
