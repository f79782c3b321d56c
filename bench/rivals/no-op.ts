/**
 * The yardstick: a route that does everything a claim's route does, and claims nothing. The same application, door,
 * token check, limits, schema on input and reply; only the bench registers it.
 */

import { route, type Route } from '@laisee/server/http/route.ts'
import { claimJson, ClaimSchema } from '@laisee/server/packets/claims.schemas.ts'
import { PacketParams } from '@laisee/server/packets/packets.schemas.ts'
import { closed, TextSchema } from '@laisee/server/http/schemas.ts'
import { Type } from 'typebox'
import type { Context } from '@laisee/server/context.ts'
import type { Share } from '@laisee/core/claim.ts'

/** A route with the shapes of the claim's, answered in another way. */
export function claimLikeRoute(
  name: string,
  claim: (ctx: Context, packetId: string, memberId: string) => Promise<Share>,
): Route {
  return route({
    method: 'POST',
    path: `/v1/bench/${name}/{id}/claims`,
    name: `bench_${name}`,
    summary: 'A rival of the claim, for the bench.',
    tags: ['bench'],
    callers: ['member'],
    idempotent: 'natural',
    params: PacketParams,
    body: closed({
      token: Type.Optional(Type.String({ minLength: 1, maxLength: 2_048, pattern: '^[A-Za-z0-9_.-]+$' })),
      passphrase: Type.Optional(TextSchema(40, { lengthMin: 1 })),
    }),
    reply: ClaimSchema,
    refusals: ['not_found', 'already_claimed_out'],
    handle: async ({ ctx, caller, params }) => claimJson(await claim(ctx, params.id, caller.memberId)),
  })
}

/** Answers with a share that nobody has. */
export const noOpRoute = claimLikeRoute('no-op', (_ctx, packetId, memberId) =>
  Promise.resolve({ packetId, memberId, shareNo: 1, amount: 100n, at: Date.now() }),
)
