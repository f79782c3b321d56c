/** Looking at a packet's link without an account. */

import { Type } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import { packetKinds, packetStates } from '@laisee/core/packet.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { route, type Route } from '../http/route.ts'
import { closed, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { TokenSchema } from './link-token.schemas.ts'
import { readLink } from './links.ts'
import { lookAtLink } from './look.ts'

const LinkLookSchema = named('LinkLook', 'What anyone who holds a sealed link may know of its packet.', {
  payer: closed({ name: Type.String(), photoUrl: nullable(Type.String()) }),
  greeting: Type.String(),
  kind: oneOf(packetKinds),
  state: oneOf(packetStates),
  test: Type.Boolean({ description: 'It looks like a packet and cannot be claimed.' }),
  isNamed: Type.Boolean({ description: 'Whether the link is for one member; not for whom.' }),
  hasPassphrase: Type.Boolean(),
  notBefore: nullable(MomentSchema),
  expireAt: MomentSchema,
  count: Type.Integer({ minimum: 1 }),
  claimedCount: Type.Integer({ minimum: 0 }),
})

const lookRoute = route({
  method: 'POST',
  path: '/v1/links/look',
  name: 'lookAtLink',
  summary: 'What anyone who holds a sealed link may know before signing in: never how much',
  tags: ['packets'],
  callers: ['public'],
  idempotent: 'read',
  body: closed({ token: TokenSchema }),
  reply: LinkLookSchema,
  refusals: ['not_found', 'link_invalid', 'link_expired'],
  async handle({ ctx, body }) {
    const link = orThrow(await readLink(ctx.secrets, body.token))
    const look = await ctx.db.snapshot((tx) => lookAtLink(tx, link))
    return {
      ...look,
      notBefore: look.notBefore === null ? null : toIso(look.notBefore),
      expireAt: toIso(look.expireAt),
    }
  },
})

export const lookRoutes: readonly Route[] = [lookRoute]
