/** Whoever claims in the bench: the product's queue, and its rivals, all asked in the same way. */

import type { Share } from '@laisee/core/claim.ts'
import { systemChance } from '@laisee/server/chance.ts'
import type { OpenedService } from '@laisee/server/compose.ts'
import { openDb } from '@laisee/server/db/db.ts'
import type { BatchAsk } from '@laisee/server/packets/claim-batch.ts'
import { claimAlone, connections } from '../rivals/one-transaction.ts'
import { openRedisClaims, type RedisClaims } from '../rivals/redis-lua.ts'

export type Contender = 'claims' | 'one-transaction' | 'redis'

/** Let so many work at once; the others wait in line, however long it takes. */
function inLine<Ask, Reply>(most: number, work: (ask: Ask) => Promise<Reply>): (ask: Ask) => Promise<Reply> {
  const waiting: (() => void)[] = []
  let free = most
  return async (ask) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free -= 1
    try {
      return await work(ask)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

export interface Contenders {
  readonly claim: Readonly<Record<Contender, (ask: BatchAsk) => Promise<Share>>>
  readonly redis: RedisClaims | undefined
  close(): Promise<void>
}

/** The contenders of one process, on one database and one Redis, where there is one. */
export async function openContenders(
  { ctx }: OpenedService,
  url: string,
  redisSocket: string | null,
): Promise<Contenders> {
  const aloneDb = openDb({ url, chance: systemChance(), poolMax: connections })
  const redis = redisSocket === null ? undefined : await openRedisClaims(redisSocket)
  return {
    redis,
    claim: {
      claims: (ask) => ctx.claims.claim(ask),
      'one-transaction': inLine(connections, (ask: BatchAsk) => claimAlone(aloneDb, ask)),
      redis: (ask) => redis!.claim(ask),
    },
    async close() {
      redis?.end()
      await aloneDb.close()
    },
  }
}
