/** The rivals behind the same HTTP front as the product's own route. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Context } from '@laisee/server/context.ts'
import type { Route } from '@laisee/server/http/route.ts'
import type { BatchAsk } from '@laisee/server/packets/claim-batch.ts'
import { knock } from '@laisee/server/packets/door.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import type { Contenders } from '../harness/contenders.ts'
import { claimLikeRoute, noOpRoute } from './no-op.ts'

/** The product's door before a claim in a transaction of its own: it must not give a stranger a share either. */
async function atTheDoor(ctx: Context, packetId: string, memberId: string): Promise<BatchAsk> {
  const door = await ctx.doors.find(packetId)
  const seen = door && knock(door, memberId, null)
  if (!seen || isRefusal(seen) || !seen.isRecipient) throw new RefusalError(refuse('not_found'))
  return { packetId, memberId, ...seen }
}

/** Redis keeps no list of who may claim: whoever asks is let in, which is one check less. */
export function rivalRoutes({ claim }: Contenders): Route[] {
  return [
    noOpRoute,
    claimLikeRoute('one-transaction', async (ctx, packetId, memberId) =>
      claim['one-transaction'](await atTheDoor(ctx, packetId, memberId)),
    ),
    claimLikeRoute('redis', (_ctx, packetId, memberId) =>
      claim.redis({ packetId, memberId, isRecipient: true, linkExpireAt: null }),
    ),
  ]
}
